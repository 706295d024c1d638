// Opens reports in Chromium: no violation that axe-core finds, nothing fetched, nothing run, no sideways scrolling, nothing
// that the page's own security policy forbids; what is typed into a field is saved with the page.
// `node page.mjs REPORT...` also prints each to `report.pdf` beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet });
const faults = [];

/** Notes in the page what its security policy refuses. */
function listen() {
  window.refused = [];
  document.addEventListener('securitypolicyviolation', (e) => window.refused.push(`${e.effectiveDirective} ${e.blockedURI}`));
}

/** A page with the report, every `details` open; what it should not do is noted as a fault. */
async function open(file, look, name) {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...look });
  await page.addInitScript(listen);
  const fault = (what) => faults.push(`${name}: ${what}`);
  page.on('dialog', (dialog) => { fault(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => fault(error.message));
  page.on('console', (message) => { if (message.type() === 'error') fault(message.text()); });
  page.on('request', (request) => { if (request.url() !== `file://${file}`) fault(`fetches ${request.url()}`); });
  await page.goto(`file://${file}`);
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
  return page;
}

/** The innermost elements that are wider than the page, outside the regions that scroll by themselves. */
function tooWide() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll(':not(.scroll *, .drawing *, pre *)')]
    .filter((e) => Math.max(e.getBoundingClientRect().right, e.scrollWidth) > width && !e.matches('.scroll, .drawing, pre'));
  const innermost = wide.filter((e) => !wide.some((other) => other !== e && e.contains(other)));
  return innermost.map((e) => `${e.tagName.toLowerCase()} ${e.textContent.slice(0, 60)}`).concat('the page scrolls sideways');
}

const spaced = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }';

/** A style sheet of the reader's own, which no policy of a page forbids. */
function wear(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

/** What axe-core, the width and the security policy say of a report in a look. */
async function check(file, width, colorScheme) {
  const name = `${file} at ${width} px, ${colorScheme}`;
  const page = await open(file, { viewport: { width, height: 900 }, colorScheme }, name);
  for (const fault of await page.evaluate(tooWide)) faults.push(`${name}: too wide: ${fault}`);
  await page.evaluate(axe);
  const options = { runOnly: rules, resultTypes: ['violations'] };
  const found = await page.evaluate((values) => axe.run(document, values), options);
  for (const v of found.violations) {
    faults.push(`${name}: ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
  }
  for (const refused of await page.evaluate(() => window.refused)) faults.push(`${name}: the policy refuses ${refused}`);
  await page.evaluate(wear, spaced);
  const spacing = await page.evaluate(() => getComputedStyle(document.querySelector('h1')).letterSpacing);
  if (spacing === 'normal') faults.push(`${name}: the spacing was not tried`);
  for (const fault of await page.evaluate(tooWide)) faults.push(`${name}, spaced: too wide: ${fault}`);
  await page.close();
}

/** Forced colours, the keyboard's first stop, and the page on paper. */
async function print(file) {
  const page = await open(file, { viewport: { width: 1280, height: 900 }, forcedColors: 'active' }, `${file}, forced colours`);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  if (!first?.startsWith('#')) faults.push(`${file}: the first stop of the keyboard is ${first}, not the skip link`);
  if ((await page.title()).trim() === 'harm') faults.push(`${file}: a script ran`);
  await page.close();
  // As a reader has it: what is folded is not opened first. A sheet is A4 less its margins, and nothing on it scrolls.
  const sheet = { width: Math.floor((210 - 2 * 14) * 96 / 25.4), height: 900 };
  const paper = await browser.newPage({ viewport: sheet });
  await paper.goto(`file://${file}`);
  await paper.emulateMedia({ media: 'print' });
  for (const cut of await paper.evaluate(beyondTheSheet)) faults.push(`${file} on paper: cut: ${cut}`);
  await paper.pdf({ path: file.replace(/html$/, 'pdf'), preferCSSPageSize: true, tagged: true, outline: true });
  await paper.close();
}

/** Tables and drawings that are wider than a printed sheet. */
function beyondTheSheet() {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll('table, svg, pre')]
    .filter((e) => e.getBoundingClientRect().right > width + 1)
    .map((e) => `${e.id || e.tagName} ${Math.round(e.getBoundingClientRect().right)} of ${width}`);
}

/** The policy refuses a script, a style sheet and an address that got into the page. */
async function harm(file) {
  const page = await browser.newPage();
  await page.addInitScript(listen);
  await page.goto(`file://${file}`);
  const refused = await page.evaluate(async () => {
    const put = (name, set) => document.body.append(Object.assign(document.createElement(name), set));
    put('script', { textContent: 'document.title = "harm"' });
    put('style', { textContent: 'h1 { display: none }' });
    put('img', { src: 'https://example.org/x.png' });
    document.querySelector('h1').setAttribute('style', 'color: red');
    await new Promise((done) => setTimeout(done, 100));
    return window.refused.map((told) => told.split(' ')[0]);
  });
  for (const kind of ['script-src-elem', 'style-src-elem', 'style-src-attr', 'img-src']) {
    if (!refused.includes(kind)) faults.push(`${file}: the policy does not refuse ${kind}: ${refused}`);
  }
  if ((await page.title()) === 'harm') faults.push(`${file}: a script ran`);
  await page.close();
}

/** What is typed into a field, with line feeds, is in the page that a browser saves, and in what that page shows. */
async function typed(file) {
  const text = 'Lik rett til hjelp <b>æøå</b>\nog forutsigbarhet';
  const page = await browser.newPage();
  await page.goto(`file://${file}`);
  const field = page.locator('[role=textbox]').first();
  if (!(await field.count())) return page.close();
  await field.click();
  await page.keyboard.type(text);
  const copy = file.replace(/html$/, 'typed.html');
  writeFileSync(copy, await page.content());
  await page.close();
  const saved = await open(copy, {}, copy);
  const kept = await saved.locator('[role=textbox]').first().innerText();
  if (kept.trim() !== text) faults.push(`${file}: of what was typed is kept: ${kept}`);
  for (const refused of await saved.evaluate(() => window.refused)) faults.push(`${copy}: the policy refuses ${refused}`);
  await saved.close();
}

/** At 1280 × 900 the first screen is whole, its questions stand on one line, and each leads in one click to an answer that is
 * opened and in sight. */
async function answered(file) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const links = async () => {
    await page.goto(`file://${file}`);
    return page.locator('.glance .links a');
  };
  const count = await (await links()).count();
  const tops = await page.evaluate(() => [...document.querySelectorAll('.glance .links a')].map((a) => Math.round(a.getBoundingClientRect().top)));
  if (new Set(tops).size > 1) faults.push(`${file}: the questions stand on ${new Set(tops).size} lines`);
  const bottom = await page.evaluate(() => document.querySelector('.glance')?.getBoundingClientRect().bottom ?? 0);
  // Names of models and municipalities that readers give may be longer than any screen.
  if (/(nb|nn|en)\/report\.html$/.test(file) && bottom > 900) faults.push(`${file}: the first screen ends at ${bottom} px`);
  for (let n = 0; n < count; n += 1) {
    const link = (await links()).nth(n);
    const id = (await link.getAttribute('href')).slice(1);
    await link.click();
    await page.waitForTimeout(200);
    const seen = await page.evaluate((target) => {
      const at = document.getElementById(target);
      const { top, height } = at.getBoundingClientRect();
      return at.checkVisibility() && height > 40 && top >= 0 && top < 450;
    }, id);
    if (!seen) faults.push(`${file}: the answer ${id} is not in sight`);
  }
  await page.close();
}

/** On a phone the first screen is two screens long, no cell is wider than its column, and what is folded opens; on a wide screen
 * and on paper nothing is folded. */
async function narrow(file) {
  if (!/(nb|nn|en)\/report\.html$/.test(file)) return;
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const open = () => page.evaluate(() => [...document.querySelectorAll('.glance .fold p')].map((p) => p.checkVisibility({ contentVisibilityAuto: true }) && p.getBoundingClientRect().height > 5));
  const over = () => page.evaluate(() => [...document.querySelectorAll('.glance .whole :is(td, th)')].filter((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return [...range.getClientRects()].some((own) => own.right > cell.getBoundingClientRect().right + 0.5);
  }).length);
  for (const [width, height, most] of [[320, 640, 1280], [360, 800, 1600], [1280, 900, 900]]) {
    await page.setViewportSize({ width, height });
    await page.goto(`file://${file}`);
    const bottom = await page.evaluate(() => document.querySelector('.glance').getBoundingClientRect().bottom);
    if (bottom > most) faults.push(`${file} at ${width} px: the first screen ends at ${bottom} px`);
    if (await over()) faults.push(`${file} at ${width} px: ${await over()} cells are wider than their columns`);
    const shown = await open();
    if (shown.length < 4 || shown.some((own) => own !== (width > 1000))) faults.push(`${file} at ${width} px: folded is ${shown}`);
    if (width > 1000) continue;
    for (const fold of await page.locator('.glance .fold > summary').all()) await fold.click();
    const intervals = await page.locator('.glance .whole small').first().isVisible();
    if (!intervals || (await open()).includes(false)) faults.push(`${file} at ${width} px: folds that do not open`);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.push(`${file} at ${width} px: sideways`);
  }
  await page.reload();
  await page.emulateMedia({ media: 'print' });
  if ((await open()).includes(false)) faults.push(`${file}: on paper something is folded`);
  await page.close();
}

for (const file of process.argv.slice(2)) {
  const looks = [1280, 320].flatMap((width) => ['light', 'dark'].map((scheme) => [width, scheme]));
  const looked = looks.map(([width, scheme]) => check(file, width, scheme));
  await Promise.all([...looked, print(file), harm(file), typed(file), answered(file), narrow(file)]);
}
await browser.close();
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
