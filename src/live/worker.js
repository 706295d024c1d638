// A desk in a worker: the first message brings the engine, every other one what is asked, as bytes.
/** @typedef {{memory: WebAssembly.Memory, inbox(length: number): number, call(): number, outbox(): number}} Engine */
const desk = /** @type {any} */ (self);

/** The engine as it stands in the page: compressed, in letters. @param {string} text */
async function compiled(text) {
  const letters = atob(text);
  const packed = new Uint8Array(letters.length);
  for (let n = 0; n < letters.length; n += 1) packed[n] = letters.charCodeAt(n);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

/** What waits for it goes on when everything else that waits has been heard. A timer would take longer than a slice. */
const { port1, port2 } = new MessageChannel();
const pause = () => new Promise((resolve) => {
  port1.onmessage = resolve;
  port2.postMessage(null);
});

/** Who ends a desk is heard between two slices, and not when all is done. @param {Engine} engine @param {Uint8Array} request */
async function answer(engine, request) {
  // Room first: to make it, memory may grow, and a view of what it was is none any more.
  const room = engine.inbox(request.length);
  new Uint8Array(engine.memory.buffer, room, request.length).set(request);
  let size = engine.call();
  while (size === 0) {
    await pause();
    size = engine.call();
  }
  const place = engine.outbox();
  const answer = new Uint8Array(engine.memory.buffer, place, size).slice();
  desk.postMessage(answer, [answer.buffer]);
}

/** Compiled, or as it stands in the page: then who asked is given it for the other desks. */
onmessage = ({ data }) => {
  const begin = async () => {
    const module = typeof data === 'string' ? await compiled(data) : data;
    if (module !== data) desk.postMessage(module);
    return /** @type {any} */ (new WebAssembly.Instance(module, {}).exports);
  };
  const engine = begin();
  /** @type {Promise<unknown>} One after the other, in the order in which they are asked. */
  let last = engine;
  onmessage = ({ data: request }) => {
    last = last.then(async () => answer(await engine, request));
    // Who asked hears of a fault, and not of a promise.
    last.catch(reportError);
  };
  last.catch(reportError);
};
