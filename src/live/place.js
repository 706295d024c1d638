// The place that the reader went to by a link stays where it is while answers above it grow.

/** Where the reader went, until the page is moved by hand. @type {Element | null} */
let went = null;
/** What is sure to be the reader's own: then the page is where they want it. */
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/** The element that a link's address names; none where that is a setting. @param {string} hash */
const placeOf = (hash) => (hash.length > 1 && !hash.includes('=') ? document.getElementById(decodeURIComponent(hash.slice(1))) : null);

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
