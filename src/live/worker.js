// A desk in a worker: the first message brings the compiled engine, every other one what is asked, as bytes.
/** @type {{memory: WebAssembly.Memory, inbox(length: number): number, call(): number, outbox(): number} | undefined} */
let engine;
onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    engine = /** @type {any} */ (new WebAssembly.Instance(data, {}).exports);
    return;
  }
  if (!engine) throw new Error('no engine');
  const length = data.length;
  new Uint8Array(engine.memory.buffer, engine.inbox(length), length).set(data);
  const size = engine.call();
  const answer = new Uint8Array(engine.memory.buffer, engine.outbox(), size).slice();
  /** @type {any} */ (self).postMessage(answer, [answer.buffer]);
};
