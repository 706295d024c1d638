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

/** @param {Engine} engine @param {Uint8Array} request */
function answer(engine, request) {
  // Room first: to make it, memory may grow, and a view of what it was is none any more.
  const room = engine.inbox(request.length);
  new Uint8Array(engine.memory.buffer, room, request.length).set(request);
  const size = engine.call();
  const place = engine.outbox();
  const answer = new Uint8Array(engine.memory.buffer, place, size).slice();
  desk.postMessage(answer, [answer.buffer]);
}

/** Compiled, or as it stands in the page: then who asked is given it for the other desks. */
onmessage = async ({ data }) => {
  /** @type {Uint8Array[]} What is asked meanwhile. */
  const early = [];
  onmessage = ({ data: request }) => { early.push(request); };
  try {
    const module = typeof data === 'string' ? await compiled(data) : data;
    if (module !== data) desk.postMessage(module);
    const engine = /** @type {any} */ (new WebAssembly.Instance(module, {}).exports);
    onmessage = ({ data: request }) => answer(engine, request);
    for (const request of early) answer(engine, request);
  } catch (error) {
    // Who asked hears of a fault, and not of a promise.
    reportError(error);
  }
};
