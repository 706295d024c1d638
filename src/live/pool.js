// The engine in the page: a desk that collects, and others that simulate pieces for it. Both back ends have one interface.
/** @typedef {{scenario: string, sets: string[], reactions: string, seed: number, municipality: string}} Setting */
/** @typedef {{problems: {key: string, text: string}[], changes: string[], heading: string, fragment: string, toml: string, preview: number | null}} Told */
/** @typedef {{draws: number, last_year: number, settled: boolean, html: Record<string, string>, spoken: string, command: string}} Answer */
/** @typedef {{answer: (answer: Answer) => void, done: () => void, failed: (text: string) => void}} Listener */
/** @typedef {{key: string, unit: string, places: {at: number, setting: Setting}[]}} Turned */
/**
 * @typedef {object} BackEnd
 * @property {(setting: Setting) => Promise<Told>} check
 * @property {(what: {fragment: string} | {toml: string}) => Promise<{setting: Setting, told: Told}>} read
 * @property {(setting: Setting, preview: number | null, to: Listener) => {cancel: () => void}} run Fails without words where there is no engine.
 * @property {(name: string) => Promise<Blob>} file
 * @property {(turned: Turned, years: number | null) => Promise<string[]>} turns
 */

/** Draws after which a stage is told: to the first year in full effect, and of the whole period, which is told when it is no
 * less precise than what stands there already. */
const SOON = [4, 16, 32], WHOLE = [32, 64, 128, 256];
/** Draws that a page begins with, simulated and told by one desk in one piece. */
const BEGIN = SOON[0];
/** Draws at each place of a dial when it is asked where an answer turns. */
const TURN_DRAWS = 16;
/** Most desks that simulate. */
const MOST = 8;

/**
 * A desk in a worker; what is asked before the last answer came waits its turn. One that is given the engine as it stands in the
 * page gives it compiled.
 * @param {Worker} worker @param {string | Promise<WebAssembly.Module>} engine
 */
function desk(worker, engine) {
  /** @type {{resolve: (bytes: Uint8Array) => void, reject: (error: Error) => void}[]} */
  const waiting = [];
  let asked = 0;
  const ready = Promise.resolve(engine).then((own) => worker.postMessage(own));
  /** @type {Promise<WebAssembly.Module>} */
  const module = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data instanceof WebAssembly.Module) return resolve(data);
      asked -= 1;
      waiting.shift()?.resolve(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const error = new Error(event.message);
      reject(error);
      for (const one of waiting.splice(0)) one.reject(error);
    };
  });
  // Whoever waits for it hears of it.
  for (const own of [module, ready]) own.catch(() => {});
  return {
    module,
    busy: () => asked > 0,
    close: () => worker.terminate(),
    /** @param {object} request @param {Uint8Array} [bytes] @returns {Promise<{head: any, bytes: Uint8Array}>} */
    async call(request, bytes) {
      asked += 1;
      const line = new TextEncoder().encode(`${JSON.stringify(request)}\n`);
      const whole = new Uint8Array(line.length + (bytes?.length ?? 0));
      whole.set(line);
      if (bytes) whole.set(bytes, line.length);
      await ready;
      /** @type {Uint8Array} */
      const answer = await new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(whole, [whole.buffer]);
      });
      const end = answer.indexOf(10);
      const head = JSON.parse(new TextDecoder().decode(answer.subarray(0, end)));
      if (head.problem) throw new Error(head.problem);
      return { head, bytes: answer.subarray(end + 1) };
    },
  };
}

/** @param {string} engine @param {string} script @param {string} lang @returns {BackEnd} */
function pool(engine, script, lang) {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  let collector = desk(/** @type {any} */ (globalThis).firstWorker ?? new Worker(address), engine);
  const { module } = collector;
  const make = () => desk(new Worker(address), module);
  const cores = Math.min(navigator.hardwareConcurrency || 2, MOST);
  /** @type {ReturnType<typeof desk>[]} */
  const others = [];
  /** Those who simulate, made when they are needed first. */
  const simulating = () => {
    while (others.length < cores) others.push(make());
    return others;
  };
  /** @type {object | null} */
  let current = null;
  let begun = false;

  /** Those who simulate for nobody any more are ended at once, and others stand ready. */
  function stop() {
    current = null;
    others.forEach((own, n) => {
      if (!own.busy()) return;
      own.close();
      others[n] = make();
    });
  }

  /**
   * Simulates a stage, and tells after each number of draws. Pieces come from all desks in any order; they are added in the
   * order of draws, while the next are simulated. The first stage of all is begun by the desk that collects, alone: code is
   * slow where it has just been read, and others who read it too would keep the cores from it.
   * @param {Setting} setting @param {number | null} years @param {number[]} told @param {() => boolean} alive
   * @param {(answer: Answer) => void} tell
   */
  async function stage(setting, years, told, alive, tell) {
    const open = { call: 'open', setting, lang, ...(years === null ? {} : { years }) };
    const most = told[told.length - 1], begins = !begun && told[0] === BEGIN, goals = told.slice(begins ? 1 : 0);
    /** @type {Map<number, {to: number, bytes: Uint8Array}>} */
    const pieces = new Map();
    let next = begins ? BEGIN : 0, added = next;
    begun = true;
    const opened = collector.call(begins ? { ...open, call: 'begin', draws: BEGIN } : open)
      .then(({ head }) => { if (begins && alive()) tell(head); });
    let adding = Promise.resolve();
    // While the first answer is told a core is left to the desk that collects: those who wait for it don't wait for the rest.
    const early = Math.max(1, cores - 1);
    let first = () => {};
    /** @type {Promise<void>} */
    const firstTold = new Promise((resolve) => { first = resolve; });
    const collect = async () => {
      await opened;
      for (let piece = pieces.get(added); piece && alive(); piece = pieces.get(added)) {
        pieces.delete(added);
        await collector.call({ call: 'add', lang }, piece.bytes);
        added = piece.to;
        if (!alive() || added < goals[0]) continue;
        goals.shift();
        const { head } = await collector.call({ call: 'answer', lang });
        if (alive()) tell(head);
        first();
      }
    };
    /** @param {ReturnType<typeof desk>} own @param {number} n */
    const simulate = async (own, n) => {
      await own.call(open);
      while (next < most && alive()) {
        const from = next;
        // Small pieces first, so that there is something to tell; no piece reaches beyond what is told next.
        const goal = told.find((n) => n > from) ?? most;
        const to = Math.min(goal, from + (from < 4 ? 1 : from < SOON[2] ? 2 : 4));
        next = to;
        const { bytes } = await own.call({ call: 'simulate', from, to, lang });
        if (!alive()) return;
        pieces.set(from, { to, bytes });
        adding = adding.then(collect);
        adding.catch(() => first());
        if (goals[0] === SOON[0] && next >= SOON[0] && n >= early) await firstTold;
      }
    };
    if (begins) await opened;
    await Promise.all(simulating().map(simulate));
    await adding;
  }

  return {
    check: async (setting) => (await collector.call({ call: 'check', setting, lang })).head,
    read: async (what) => (await collector.call({ call: 'read', ...what, lang })).head,
    file: async () => new Blob([/** @type {any} */ ((await collector.call({ call: 'csv', lang })).bytes)], { type: 'text/csv' }),
    run(setting, preview, to) {
      stop();
      const own = {};
      current = own;
      const alive = () => current === own;
      const go = async () => {
        if (preview !== null) await stage(setting, preview, SOON, alive, to.answer);
        if (alive()) await stage(setting, null, preview === null ? [...SOON, ...WHOLE.slice(1)] : WHOLE, alive, to.answer);
        if (alive()) to.done();
      };
      go().catch(async (error) => {
        if (!alive()) return;
        stop();
        collector.close();
        collector = make();
        to.failed(await module.then(() => error.message, () => ''));
      });
      return { cancel: () => { if (alive()) stop(); } };
    },
    async turns({ key, unit, places }, preview) {
      stop();
      const own = {};
      current = own;
      const left = places.slice();
      /** @type {Map<number, unknown>} */
      const found = new Map();
      await Promise.all(simulating().map(async (other) => {
        for (let place = left.shift(); place && current === own; place = left.shift()) {
          const ask = { call: 'differences', setting: place.setting, draws: TURN_DRAWS, lang, ...(preview === null ? {} : { years: preview }) };
          found.set(place.at, (await other.call(ask)).head.differences);
        }
      }));
      const told = places.map(({ at }) => ({ at, differences: found.get(at) }));
      return (await collector.call({ call: 'turns', key, unit, places: told, lang })).head.sentences;
    },
  };
}
