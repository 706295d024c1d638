// The engine behind an address of this machine: the program that gave the page.
/** @param {string} token @param {string} lang @returns {BackEnd} */
function server(token, lang) {
  /** The run that is looked at. */
  let id = '';
  /** The run of which an answer was last seen: the next is compared with it. */
  let seen = '';
  /** What the server knows this page by. */
  const page = Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(16)).join('');
  /** @param {string} path @param {RequestInit} [how] @returns {Promise<Response>} */
  async function ask(path, how = {}) {
    const headers = { 'x-bpasim-token': token, 'content-type': 'application/json' };
    const answer = await fetch(`/api/v1/${path}`, { ...how, headers }).catch((error) => {
      throw how.signal?.aborted ? error : new Error(words.gone);
    });
    if (answer.ok) return answer;
    if (answer.status === 503 && !how.signal?.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after') ?? 1)));
      if (!how.signal?.aborted) return ask(path, how);
    }
    const told = await answer.json().catch(() => null);
    throw new Error(told?.problem ?? `${answer.status}`);
  }
  /** @param {string} path @param {object} body @param {AbortSignal} [signal] */
  const post = async (path, body, signal) =>
    (await ask(path, { method: 'POST', body: JSON.stringify({ ...body, lang }), signal })).json();
  /** Stops what looks at a dial's places. */
  let turning = new AbortController();

  return {
    check: (setting) => post('check', { setting }),
    read: (what) => post('read', what),
    file: async (name) => (await ask(`runs/${id}/${name}`)).blob(),
    async turns({ key, unit, places }, years) {
      turning.abort();
      const { signal } = (turning = new AbortController());
      const told = [];
      for (const { at, setting } of places) {
        const { differences } = await post('differences', { setting, draws: TURN_DRAWS, years }, signal);
        told.push({ at, differences });
      }
      return (await post('turns', { key, unit, places: told }, signal)).sentences;
    },
    run(setting, _preview, to) {
      turning.abort();
      const stop = new AbortController();
      /** @returns {Promise<void>} */
      const go = async () => {
        const own = id = (await post('runs', { setting, page, before: seen || null }, stop.signal)).id;
        if (stop.signal.aborted) return;
        const answer = await ask(`runs/${own}/events?lang=${lang}`, { signal: stop.signal });
        for await (const { event, data } of events(answer)) {
          if (stop.signal.aborted) return;
          if (event === 'answer') {
            seen = own;
            to.answer(JSON.parse(data));
          }
          else if (event === 'problem') return to.failed(JSON.parse(data).problem ?? data);
          else if (event === 'done') return to.done();
          // Another page that looked at the same run has moved on.
          else if (event === 'stopped') return go();
        }
        throw new TypeError();
      };
      // What is read breaks off when the program has ended.
      go().catch((error) => { if (!stop.signal.aborted) to.failed(error instanceof TypeError ? words.gone : error.message); });
      // A run that nobody looks at is given up; the server forgets none that is done, since other pages may show it.
      return { cancel: () => stop.abort() };
    },
  };
}

/** The events of an answer that goes on. @param {Response} answer */
async function* events(answer) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader) {
    const { done, value } = await reader.read();
    if (done) return;
    text += value.replaceAll('\r', '');
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      /** @param {string} name */
      const of = (name) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, '')).join('\n');
      yield { event: of('event') || 'message', data: of('data') };
    }
  }
}
