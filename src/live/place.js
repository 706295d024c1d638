// Places for answers, and the place that the reader went to by a link, which stays where it is while answers above it grow.

/** What each place holds, so that nothing is drawn anew that is the same. @type {WeakMap<HTMLElement, string>} */
const shown = new WeakMap();

/** New content of a place: what was open stays open, what was scrolled stays, and so does the keyboard. @param {HTMLElement} place @param {string} html */
function put(place, html) {
  if (shown.get(place) === html) return;
  shown.set(place, html);
  const stops = () => /** @type {HTMLElement[]} */ ([...place.querySelectorAll('summary, [tabindex]')]);
  const open = [...place.querySelectorAll('details')].map((own) => own.open);
  const before = stops();
  const focus = before.findIndex((own) => own === document.activeElement);
  const scrolled = before.map((own) => own.scrollLeft);
  place.innerHTML = html;
  place.querySelectorAll('details').forEach((own, n) => { own.open = open[n] ?? own.open; });
  stops().forEach((own, n) => { own.scrollLeft = scrolled[n] ?? 0; });
  if (focus >= 0) stops()[focus]?.focus({ preventScroll: true });
}

/** Where the reader went, until the page is moved by hand. @type {Element | null} */
let went = null;
/** What is sure to be the reader's own: then the page is where they want it. */
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/** The element that a link's address names; none where that is a setting, or no name at all. @param {string} hash */
function placeOf(hash) {
  if (hash.length < 2 || hash.includes('=')) return null;
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // Anybody may write anything behind an address.
    return null;
  }
}

/** At once, without the way there: a scroll that is under way would aim at where the place was. */
function stay() {
  went?.scrollIntoView({ behavior: 'instant', block: 'start' });
}

/** Keeps the reader's place from now on. */
function keepPlace() {
  went = placeOf(location.hash);
  // A link that is followed again changes no address, so that clicks are what tells.
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link) went = placeOf(link.getAttribute('href') ?? '');
  });
  for (const hand of HANDS) addEventListener(hand, () => { went = null; }, { passive: true, capture: true });
  // Going back is to where the page was, which the browser remembers.
  addEventListener('popstate', () => { if (went !== placeOf(location.hash)) went = null; });
  new ResizeObserver(stay).observe(document.body);
}
