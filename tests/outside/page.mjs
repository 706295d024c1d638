// Opens reports in Chromium: no violation that axe-core finds, nothing fetched, nothing run, no sideways scrolling.
// `node page.mjs REPORT...` also prints each to `report.pdf` beside it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet });
const faults = [];

/** A page with the report, every `details` open; what it should not do is noted as a fault. */
async function open(file, look, name) {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...look });
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

/** What axe-core and the width say of a report in a look. */
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
  await page.addStyleTag({ content: spaced });
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
  await page.pdf({ path: file.replace(/html$/, 'pdf'), format: 'A4', tagged: true, outline: true });
  await page.close();
}

for (const file of process.argv.slice(2)) {
  const looks = [1280, 320].flatMap((width) => ['light', 'dark'].map((scheme) => [width, scheme]));
  await Promise.all([...looks.map(([width, scheme]) => check(file, width, scheme)), print(file)]);
}
await browser.close();
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
