// The section that is turned: reads dials, asks a back end, and puts the pieces of its answers where they belong.

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(`live-${id}`);
const root = /** @type {HTMLElement} */ (document.getElementById('live'));
const lang = root.dataset.lang ?? 'nb';
/** @type {Record<string, string>} */
const words = JSON.parse(at('words').textContent);
/** Milliseconds that a hand rests. */
const PAUSE = 120;
const dials = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.dial')]);

/** Where the page begins, in words already: nobody needs to be asked before something is simulated. @type {{setting: Setting, told: Told}} */
const first = JSON.parse(at('begin').textContent);
let { setting } = first;
/** @type {Told | null} */
let told = null;
/** @type {Answer | null} */
let last = null;
/** The dial with a number that was moved last. @type {HTMLElement | null} */
let moved = null;
/** @type {{cancel: () => void} | null} */
let running = null;
/** @type {BackEnd} */
let backEnd;
let turn = 0, timer = 0, spoken = -1;
/** What was wrong with a link or a file, until something is moved. @type {{key: string, text: string}[]} */
let odd = [];

/** The key of a change. @param {string} set */
const keyOf = (set) => set.slice(0, set.indexOf('=')).trim();
/** What a setting has for a key. @param {string} key */
const valueOf = (key) => setting.sets.find((set) => keyOf(set) === key)?.replace(/^[^=]*=\s*/, '');

/** The setting with keys at a value; at the scenario's where there is none. @param {string[]} keys @param {string | null} value */
function withValue(keys, value) {
  const sets = setting.sets.filter((set) => !keys.includes(keyOf(set)));
  return { ...setting, sets: value === null ? sets : [...sets, ...keys.map((key) => `${key}=${value}`)] };
}

/** A setting to look at, at once or when the hand rests. @param {Setting} next @param {number} pause */
function move(next, pause) {
  odd = [];
  halt(next);
  timer = setTimeout(begin, pause, turn);
}

/** Nothing is simulated any more; the page stands at a setting. @param {Setting} next */
function halt(next) {
  setting = next;
  turn += 1;
  running?.cancel();
  running = null;
  clearTimeout(timer);
  show();
  say('');
  at('answer').setAttribute('aria-busy', 'true');
  at('turns-told').replaceChildren();
}

/** Begins to simulate what is set. @param {number} own @param {Told} [known] */
async function begin(own, known) {
  try {
    const now = known ?? await backEnd.check(setting);
    if (own !== turn) return;
    told = now;
    tellSetting(now);
    if (now.problems.length) return settle();
    running = backEnd.run(setting, now.preview, {
      answer: (answer) => { if (own === turn) tell(answer, own); },
      done: () => { if (own === turn) finish(); },
      failed: (text) => { if (own === turn) fail(text); },
    });
  } catch (error) {
    if (own === turn) fail(String(/** @type {Error} */ (error).message));
  }
}

/** All is simulated: what is said is what stands there. */
function finish() {
  settle();
  say(last?.spoken ?? '');
}

/** @param {string} text */
function say(text) {
  if (at('spoken').textContent !== text) at('spoken').textContent = text;
}

function settle() {
  at('answer').setAttribute('aria-busy', 'false');
}

/** @param {string} text */
function fail(text) {
  settle();
  at('state').textContent = text ? `${words.stopped} ${text}` : words.failed;
}

/** What is set, in words and in the address. @param {Told} now */
function tellSetting(now) {
  at('own-heading').textContent = now.heading || words.unchanged;
  at('changes').replaceChildren(...now.changes.map((text) => element('li', text)));
  tellProblems([...odd, ...now.problems]);
  if (isSetting(location.hash) || now.fragment !== first.told.fragment) address(now.fragment);
  // A page that is saved begins where it was left.
  at('begin').textContent = JSON.stringify({ setting, told: now });
}

/** @param {string} fragment */
function address(fragment) {
  try {
    history.replaceState(null, '', `#${fragment}`);
  } catch { /* Where an address may not be changed, the link can still be copied. */ }
}

/** What can't be used is told, and can be taken away. @param {{key: string, text: string}[]} problems */
function tellProblems(problems) {
  if (!problems.length) return at('problems').replaceChildren();
  const list = element('ul');
  list.append(...problems.map(({ text }) => element('li', text)));
  const keys = problems.map(({ key }) => key);
  const drop = button(words.drop, () => move({
    ...setting,
    sets: setting.sets.filter((set) => !keys.includes(keyOf(set))),
    reactions: keys.includes('reactions') ? '' : setting.reactions,
    municipality: keys.includes('municipality') ? '' : setting.municipality,
  }, 0));
  at('problems').replaceChildren(element('p', words.problems), list, drop);
}

/** Puts an answer in its places. @param {Answer} answer @param {number} own */
function tell(answer, own) {
  last = answer;
  at('state').textContent = answer.html.state;
  at('state').classList.toggle('settled', answer.settled);
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-place]'))) {
    const html = answer.html[place.dataset.place ?? ''];
    if (html !== undefined) put(place, html);
  }
  at('budget').hidden = !answer.html.budget;
  at('command').textContent = answer.command;
  // Numbers are said when they are settled, and when all is done: the page must not talk all the time, and leaves nothing
  // that is no longer true to be found.
  say(answer.settled && spoken !== own ? answer.spoken : at('spoken').textContent === answer.spoken ? answer.spoken : '');
  if (answer.settled) spoken = own;
}

/** Every input as the setting has it. */
function show() {
  for (const dial of dials) {
    const set = valueOf(keysOf(dial)[0]);
    const choice = dial.querySelector('select');
    if (choice) choice.value = set ?? dial.dataset.value ?? '';
    else {
      const [slider, number] = dial.querySelectorAll('input');
      const text = set === undefined ? slider.defaultValue : fromSet(dial, set);
      if (document.activeElement !== number || Number(number.value) !== Number(text)) number.value = text;
      slider.value = text || slider.defaultValue;
      slider.setAttribute('aria-valuetext', `${Number(text || slider.value).toLocaleString(lang)} ${dial.dataset.unit}`);
    }
    dial.classList.toggle('changed', set !== undefined);
    /** @type {HTMLElement} */ (dial.querySelector('.reset')).hidden = set === undefined;
  }
  at('reactions').value = setting.reactions;
  at('municipality-choice').value = setting.municipality;
  for (const input of everything()) {
    if (input !== document.activeElement) input.value = valueOf(input.dataset.key ?? '') ?? '';
  }
  for (const preset of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-sets]'))) {
    /** @param {string[]} sets */
    const sorted = (sets) => JSON.stringify([...sets].sort());
    preset.setAttribute('aria-pressed', String(sorted(JSON.parse(preset.dataset.sets ?? '[]')) === sorted(setting.sets)));
  }
}

/** @param {HTMLElement} dial */
const keysOf = (dial) => (dial.dataset.keys ?? '').split(' ');
/** A dial's number as the page shows it; nothing where it is none. @param {HTMLElement} dial @param {string} set */
const fromSet = (dial, set) => (set !== '' && Number.isFinite(Number(set)) ? String(Number((Number(set) * Number(dial.dataset.scale)).toPrecision(12))) : '');
/** @returns {NodeListOf<HTMLInputElement>} */
const everything = () => root.querySelectorAll('#live-all [data-key]');

/** The setting with a dial at a number of the page, or at a word. @param {HTMLElement} dial @param {string} text */
function dialled(dial, text) {
  const value = dial.dataset.scale === undefined || dial.querySelector('select') ? text : String(Number(text) / Number(dial.dataset.scale));
  // The mean of what is drawn is a change too; the scenario's own fixed value is none.
  const same = !('drawn' in dial.dataset) && value === dial.dataset.value;
  return withValue(keysOf(dial), same ? null : value);
}

function listen() {
  for (const dial of dials) {
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (dial.querySelectorAll('input, select'))) {
      /** @param {number} pause */
      const turned = (pause) => {
        if (input.value === '' || (input.type === 'number' && !input.validity.valid && input.validity.badInput)) return;
        if (input.type !== 'select-one') moved = dial;
        const next = dialled(dial, input.value);
        if (JSON.stringify(next) !== JSON.stringify(setting)) move(next, pause);
        else if (pause === 0 && timer) { clearTimeout(timer); timer = 0; if (at('answer').getAttribute('aria-busy') === 'true' && !running) begin(turn); }
      };
      input.addEventListener('input', () => turned(PAUSE));
      input.addEventListener('change', () => turned(0));
    }
    dial.querySelector('.reset')?.addEventListener('click', () => {
      move(withValue(keysOf(dial), null), 0);
      /** @type {HTMLElement} */ (dial.querySelector('input, select')).focus();
    });
  }
  for (const input of everything()) {
    input.addEventListener('change', () => {
      const text = input.value.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2');
      move(withValue([input.dataset.key ?? ''], text === '' ? null : text), 0);
    });
  }
  at('search').addEventListener('input', search);
  for (const preset of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-sets]'))) {
    preset.addEventListener('click', () => move({ ...setting, sets: JSON.parse(preset.dataset.sets ?? '[]') }, 0));
  }
  on('reset-all', () => move({ ...setting, sets: [], reactions: '', seed: 1 }, 0));
  at('reactions').addEventListener('change', () => move({ ...setting, reactions: at('reactions').value }, 0));
  at('municipality-choice').addEventListener('change', () => move({ ...setting, municipality: at('municipality-choice').value }, 0));
  on('copy-link', () => copy(`${location.href.split('#')[0]}#${told?.fragment ?? ''}`));
  on('copy-command', () => copy(at('command').textContent));
  on('copy-budget', () => copy(cells(at('budget').querySelector('table'))));
  on('save', () => save('bpasim.toml', new Blob([told?.toml ?? ''], { type: 'application/toml' })));
  at('open').addEventListener('change', openFile);
  for (const own of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-file]'))) {
    own.addEventListener('click', () => said(async () => save(own.dataset.file ?? '', await backEnd.file(own.dataset.file ?? ''))));
  }
  at('this-page')?.addEventListener('click', () => save('bpasim.html', new Blob([`<!DOCTYPE html>\n${document.documentElement.outerHTML}`], { type: 'text/html' })));
  on('turns', () => said(findTurns));
  at('keep').addEventListener('submit', keep);
  addEventListener('hashchange', () => {
    if (isSetting(location.hash) && location.hash.slice(1) !== told?.fragment) said(() => follow(location.hash));
  });
}

/** @param {string} id @param {() => void} act */
const on = (id, act) => at(id).addEventListener('click', act);

/** Does something, and says what went wrong; what was given up is not wrong. @param {() => Promise<void>} act */
async function said(act) {
  try {
    await act();
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    if (name !== 'AbortError') note(String(message));
  }
}

/** @param {string} text */
function note(text) {
  at('note').textContent = text;
}

/** Where the dial that was moved last would turn an answer: its two ends and three places between. */
async function findTurns() {
  if (!moved) return note(words.noDial);
  const own = moved, slider = own.querySelector('input');
  if (!slider) return;
  const [low, high] = [Number(slider.min), Number(slider.max)];
  const places = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const place = Number((low + part * (high - low)).toPrecision(12));
    return { at: place, setting: dialled(own, String(place)) };
  });
  const unfinished = at('answer').getAttribute('aria-busy') === 'true';
  turn += 1;
  running?.cancel();
  const mine = turn;
  at('turns-told').replaceChildren(element('li', words.waiting));
  try {
    const found = await backEnd.turns({ key: keysOf(own)[0], unit: own.dataset.unit ?? '', places }, told?.preview ?? null);
    if (mine === turn) at('turns-told').replaceChildren(...found.map((text) => element('li', text)));
  } finally {
    // What was put aside for it goes on.
    if (mine === turn && unfinished) begin(turn, told ?? undefined);
  }
}

function search() {
  const parts = at('search').value.toLocaleLowerCase(lang).split(/\s+/);
  let found = 0;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('#live-all li'))) {
    const text = `${item.textContent} ${item.querySelector('input')?.dataset.key}`.toLocaleLowerCase(lang);
    item.hidden = !parts.every((/** @type {string} */ part) => text.includes(part));
    found += item.hidden ? 0 : 1;
  }
  at('none').hidden = found > 0;
}

/** A table as a spreadsheet takes it: cells by tabulators, and in each the number alone. @param {HTMLTableElement} table */
function cells(table) {
  /** @param {HTMLTableCellElement} cell */
  const text = (cell) => {
    const own = /** @type {HTMLElement} */ (cell.cloneNode(true));
    own.querySelectorAll('.interval').forEach((small) => small.remove());
    own.querySelectorAll('.about').forEach((small) => { small.textContent = ` (${small.textContent})`; });
    return (own.textContent ?? '').trim().replace(/\u2212(?=\d)/g, '-').replace(/(?<=\d)[\u00a0\u202f](?=\d)/g, '').replace(/\s+/g, ' ');
  };
  return [...table.rows].map((row) => [...row.cells].map(text).join('\t')).join('\n');
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    note(words.copied);
  } catch {
    note(`${words.notCopied} ${text}`);
  }
}

/** @param {string} name @param {Blob} content */
function save(name, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function openFile() {
  const [file] = at('open').files;
  if (!file) return;
  said(async () => {
    // The municipality that is looked at is no assumption, and stands in no file.
    const { setting: own } = await backEnd.read({ toml: await file.text() });
    if (own.scenario !== setting.scenario) throw new Error(`${words.otherScenario} ${own.scenario}`);
    move({ ...own, municipality: setting.municipality }, 0);
    note('');
  });
  at('open').value = '';
}

/** Whether the part of an address after # is a setting, and not a place in the page. @param {string} hash */
const isSetting = (hash) => hash.includes('=');

/** The setting of a link; where it can't be read, the page stays as it is and says why. @param {string} fragment */
async function follow(fragment) {
  try {
    const { setting: own, told: now } = await backEnd.read({ fragment });
    if (own.scenario !== setting.scenario) throw new Error(`${words.otherScenario} ${own.scenario}`);
    odd = [];
    halt(own);
    begin(turn, now);
  } catch (error) {
    odd = [{ key: '', text: String(/** @type {Error} */ (error).message) }];
    halt(setting);
    begin(turn);
  }
}

/** @param {string} name @param {string} [text] */
function element(name, text) {
  const own = document.createElement(name);
  if (text !== undefined) own.textContent = text;
  return own;
}

/** @param {string} text @param {() => void} act */
function button(text, act) {
  const own = /** @type {HTMLButtonElement} */ (element('button', text));
  own.type = 'button';
  own.addEventListener('click', act);
  return own;
}

async function start() {
  keepPlace();
  at('off').hidden = true;
  at('body').hidden = false;
  // What a saved page showed is simulated anew.
  at('state').textContent = words.waiting;
  at('state').classList.remove('settled');
  for (const place of root.querySelectorAll('[data-place]')) place.replaceChildren();
  tellProblems([]);
  const token = document.querySelector('meta[name=bpasim-token]')?.getAttribute('content');
  try {
    backEnd = token ? server(token, lang) : pool(at('engine').textContent, at('worker').textContent, lang);
  } catch {
    return fail('');
  }
  listen();
  showKept();
  if (isSetting(location.hash)) return follow(location.hash);
  halt(setting);
  begin(turn, first.told);
}

start();
// What is simulated first waits for nothing, and much of the page may not be read yet.
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', findInTables);
else findInTables();
