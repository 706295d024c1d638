// Settings that are kept to be compared, side by side.

/** @typedef {{name: string, fragment: string, state: string, changes: string[], sentences: string[]}} Kept */
const STORE = 'bpasim-kept-1', MOST_KEPT = 4;
/** @type {Kept[]} */
let kept = stored();

/** @param {Event} event */
function keep(event) {
  event.preventDefault();
  if (kept.length >= MOST_KEPT) return note(words.full);
  if (!last || !told) return note(words.early);
  const input = at('keep-name');
  const sentences = [...root.querySelectorAll('[data-place=sentences] li')].map((own) => own.textContent ?? '');
  const { changes, fragment } = told;
  kept = [...kept, { name: input.value.trim() || `${words.keptName} ${kept.length + 1}`, fragment, state: at('state').textContent, changes, sentences }];
  input.value = '';
  note('');
  showKept();
}

/** Kept settings that the browser remembers, if it may; what is not of their shape is left. @returns {Kept[]} */
function stored() {
  try {
    /** @type {unknown} */
    const list = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    /** @param {any} own */
    const whole = (own) => ['name', 'fragment', 'state'].every((key) => typeof own?.[key] === 'string')
      && [own.changes, own.sentences].every((texts) => Array.isArray(texts) && texts.every((text) => typeof text === 'string'));
    return Array.isArray(list) ? list.filter(whole).slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
}

/** The kept settings side by side. */
function showKept() {
  try {
    localStorage.setItem(STORE, JSON.stringify(kept));
  } catch { /* They are kept as long as the page is open. */ }
  at('kept-all').hidden = kept.length === 0;
  at('kept').replaceChildren(...kept.map((own) => {
    const card = element('article');
    const [changes, sentences] = [own.changes.length ? own.changes : [words.unchanged], own.sentences].map((texts) => {
      const list = element('ul');
      list.append(...texts.map((text) => element('li', text)));
      return list;
    });
    const again = button(words.showAgain, () => said(() => follow(own.fragment)));
    const remove = button(words.remove, () => {
      kept = kept.filter((other) => other !== own);
      showKept();
      at('keep-name').focus();
    });
    again.setAttribute('aria-label', `${words.showAgain}: ${own.name}`);
    remove.setAttribute('aria-label', `${words.remove}: ${own.name}`);
    card.append(element('h4', own.name), changes, sentences, element('p', own.state), again, remove);
    return card;
  }));
}
