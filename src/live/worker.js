// A desk in a worker: the first message brings the compiled engine, every other one what is asked, as bytes.
/** @type {{memory: WebAssembly.Memory, inbox(length: number): number, call(): number, outbox(): number} | undefined} */
let engine;
onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    engine = /** @type {any} */ (new WebAssembly.Instance(data, {}).exports);
    return;
  }
  if (!engine) throw new Error('no engine');
  // Room first: to make it, memory may grow, and a view of what it was is none any more.
  const room = engine.inbox(data.length);
  new Uint8Array(engine.memory.buffer, room, data.length).set(data);
  const size = engine.call();
  const place = engine.outbox();
  const answer = new Uint8Array(engine.memory.buffer, place, size).slice();
  /** @type {any} */ (self).postMessage(answer, [answer.buffer]);
};
