// Turns a report in Chromium as a reader does: `node live_page.mjs BPASIM FOLDER`, where FOLDER/{nb,nn,en,none} are result
// folders. What the page shows is held against what the command that it prints writes, to the last byte.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { HOSTILE, LONG, all, faults, glance, listen, must, numbers, rests, sleep, there, memory as sizeOf, written } from './live_common.mjs';

const [, , bpasim, work] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet });
const file = (lang) => `${work}/${lang}/report.html`;

/** A page without a network; what it should not do is noted as a fault. */
async function open(path, hash = '', look = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', offline: true, acceptDownloads: true, viewport: { width: 1280, height: 900 }, ...look });
  const page = await context.newPage();
  const fault = (what) => faults.push(`${path}${hash}: ${what}`);
  if (look.javaScriptEnabled !== false) await page.addInitScript(listen);
  page.on('dialog', (dialog) => { fault(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => fault(error.message));
  page.on('console', (message) => { if (message.type() === 'error') fault(message.text()); });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`file://${path}`) && !url.startsWith('blob:')) fault(`fetches ${url}`);
  });
  await page.goto(`file://${path}${hash}`);
  return page;
}

const told = (page) => page.waitForFunction(there.sentences, null, LONG);
const settled = (page) => page.waitForFunction(there.settled, null, LONG);
const done = (page) => page.waitForFunction(there.done, null, LONG);
const text = (page, selector) => page.locator(selector).innerText();

async function download(page, selector) {
  const [got] = await Promise.all([page.waitForEvent('download'), page.locator(selector).click()]);
  return got.path();
}

/** The file of the numbers that a page gives is that of the command that it prints; gives what reads the command's files. */
async function same(page, name, more) {
  const command = await text(page, '#live-command');
  const shown = readFileSync(await download(page, '[data-file="summary.csv"]'));
  const own = written(bpasim, command, `${work}/${name}`, more);
  must(shown.equals(own('summary.csv')), `summary.csv of the page is not that of: ${command}`);
  return { command, own };
}

/** A dial moved by the keyboard alone, the file that it gives, and the same from the command; the link and the saved page. */
async function keyboard() {
  const page = await open(file('nb'));
  await told(page);
  const dial = page.locator('#live-b-refund');
  await dial.focus();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
  must((await dial.inputValue()) === '93', `the dial stands at ${await dial.inputValue()}`);
  must((await dial.getAttribute('aria-valuetext')) === '93 prosent', 'the dial says its unit');
  await settled(page);
  await page.waitForFunction(there.spoken, null, LONG).catch(() => faults.push('settled numbers are not said'));
  // While more is simulated nothing is found that was true of fewer draws.
  must(await page.evaluate(there.spoken) || (await text(page, '#live-spoken')) === '', 'what was said is no longer what stands there');
  await done(page);
  must(await page.evaluate(there.spoken), 'what is said at the end is not what stands there');
  must((await page.locator('[data-place=moved] table').count()) === 1, 'what moved is told');
  const { command, own: of } = await same(page, 'told', ['--no-live']);
  must(command.includes('--set financing.B.refund.rate=0.93') && command.includes('--draws 256'), command);
  const [shown, reported] = await page.evaluate(numbers, glance(of('report.html')));
  must(shown === reported, `the page shows ${shown.slice(0, 300)}, the report ${reported.slice(0, 300)}`);
  const own = await text(page, '#live-own');
  must(own.includes('(1 endret)'), own);

  const hash = await page.evaluate(() => location.hash);
  const again = await open(file('nb'), hash);
  await told(again);
  must((await again.locator('#live-b-refund').inputValue()) === '93', `${hash} is not read again`);
  must((await text(again, '#live-own')) === own, `${hash} is another setting`);
  await again.context().close();

  const copy = `${work}/nb/copy.html`;
  execFileSync('cp', [await download(page, '#live-this-page'), copy]);
  const saved = await open(copy);
  await told(saved);
  must((await saved.locator('#live-b-refund').inputValue()) === '93', 'the saved page begins elsewhere');
  for (const refused of await saved.evaluate(() => window.refused)) faults.push(`the saved page's policy refuses ${refused}`);
  await saved.context().close();

  const toml = await download(page, '#live-save');
  await page.locator('#live-keep-name').fill('<b>min</b>');
  await page.locator('#live-keep button').click();
  must((await text(page, '#live-kept h4')) === '<b>min</b>', 'what is kept has its name');
  await page.locator('#live-reset-all').click();
  await page.waitForFunction(() => document.getElementById('live-changes').children.length === 0, null, LONG);
  await page.locator('#live-open').setInputFiles({ name: 'x.toml', mimeType: 'text/plain', buffer: readFileSync(toml) });
  await page.waitForFunction(() => document.getElementById('live-b-refund').value === '93', null, LONG);
  await page.locator('#live-turns').click();
  await page.waitForFunction(() => /prosent/.test(document.getElementById('live-turns-told').textContent), null, LONG);
  await page.context().close();
}

/** Links that say nonsense or harm are told of, and do nothing. */
async function links() {
  for (const [hash, part] of HOSTILE) {
    const page = await open(file('nb'), hash);
    await page.waitForFunction(there.problems, null, LONG).catch(() => faults.push(`${hash.slice(0, 60)} is not told of`));
    const problem = await page.evaluate(() => document.getElementById('live-problems').textContent);
    must(problem.includes(part), `${hash.slice(0, 60)}: ${problem.slice(0, 200)}`);
    must(!/--set|bpasim describe/.test(problem), `${hash.slice(0, 60)}: told in the command line's words: ${problem.slice(0, 200)}`);
    must((await page.title()).includes('BPA') && (await page.locator('#live-problems img, #live-problems script').count()) === 0, `${hash} did something`);
    await page.context().close();
  }
}

/** How many desks a page has at most: one that collects, and those who simulate. */
const desks = async (page) => Math.min(await page.evaluate(() => navigator.hardwareConcurrency), 8) + 1;

/** Fifty moves in five seconds, twice: one run is alive, and memory does not grow. */
async function storm() {
  const page = await open(file('nb'));
  await told(page);
  const cdp = await browser.newBrowserCDPSession();
  const own = await page.context().newCDPSession(page);
  const memory = async () => {
    await own.send('HeapProfiler.collectGarbage');
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
    return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => sizeOf(id)));
  };
  const most = await desks(page);
  const used = [];
  for (let round = 0; round < 3; round += 1) {
    await page.locator('#live-fill').focus();
    for (let n = 0; n < 50; n += 1) {
      await page.keyboard.press(n % 20 < 10 ? 'ArrowLeft' : 'ArrowRight');
      await page.waitForTimeout(100);
    }
    // One that is ended is counted until the browser has told of its end.
    for (let waited = 0; page.workers().length > most && waited < 2000; waited += 50) await page.waitForTimeout(50);
    must(page.workers().length <= most, `${page.workers().length} workers are alive, of ${most}`);
    await done(page);
    used.push(await memory());
  }
  const growth = used[2] / used[1];
  console.log(`memory after each fifty moves: ${used.map((n) => `${Math.round(n / 1e6)} MB`).join(', ')}`);
  must(growth < 1.25, `memory grows by ${growth}`);
  await page.context().close();
}

/** Tabs with a setting each at once: each is answered, one that is closed in the middle of a run disturbs nobody, and all rest. */
async function tabs() {
  const [first, second, third] = await Promise.all(['0.85', '0.75', '0.65'].map((rate) => open(file('nb'), `#v=1&financing.B.refund.rate=${rate}`)));
  await told(third);
  must(!(await third.evaluate(there.done)), 'nothing is simulated any more when the tab is closed');
  await third.context().close();
  // Who moves on as soon as the first years are settled, while the whole period is begun, is told what moved since.
  await settled(first);
  await first.locator('#live-b-refund').press('ArrowLeft');
  await first.waitForFunction(() => document.querySelector('[data-place=moved] table'), null, LONG)
    .catch(() => faults.push('what moved since the first years were settled is not told'));
  for (const [page, rate] of [[first, '0.84'], [second, '0.75']]) {
    await done(page);
    const { command } = await same(page, `tab-${rate}`);
    must(command.includes(`financing.B.refund.rate=${rate}`), `of ${rate}: ${command}`);
  }
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  must(await rests(() => processInfo.map(({ id }) => id), 8000), 'the browser works when all is done');
  await Promise.all([first, second].map((page) => page.context().close()));
}

/** Who follows a link of the first screen or of the contents while the page calculates, and answers grow above, stays where it leads. */
async function places() {
  const [first, last, chapter] = ['.glance .links li:nth-child(1) a', '.glance .links li:last-child a', 'nav li:nth-child(5) a'];
  for (const [link, width, wait] of [[first, 1280, 300], [last, 1280, 800], [chapter, 1280, 300], [first, 320, 3000], [last, 320, 300]]) {
    const page = await open(file('nb'), '', { viewport: { width, height: 700 }, reducedMotion: 'no-preference' });
    await page.waitForTimeout(wait);
    // A scroll of the browser's own making before the click is none of the reader's.
    await page.locator(link).evaluate((own) => own.click());
    await settled(page);
    await page.waitForTimeout(3000);
    const top = await page.locator(link).evaluate((own) => document.querySelector(own.getAttribute('href')).getBoundingClientRect().top);
    must(top > -2 && top < 110, `${link} at ${width} px, followed after ${wait} ms: ${top} px from the top`);
    await page.context().close();
  }
  // A reader who moves on is not fetched back.
  const page = await open(file('nb'), '', { viewport: { width: 1280, height: 700 } });
  await page.locator(chapter).evaluate((own) => own.click());
  await page.mouse.wheel(0, -3000);
  await settled(page);
  const top = await page.locator(chapter).evaluate((own) => document.querySelector(own.getAttribute('href')).getBoundingClientRect().top);
  must(top > 1000, `the reader is fetched back to ${top}`);
  await page.context().close();
}

/** One's own municipality is found in the table that the first screen leads to. */
async function finds() {
  const page = await open(file('nb'));
  await page.locator('.glance a[href="#table-municipalities"]').evaluate((own) => own.click());
  const seen = () => page.locator('#table-municipalities tbody tr').evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).map((row) => row.cells[0].innerText));
  const whole = (await seen()).length;
  const field = page.getByLabel('Finn i tabellen').locator('visible=true');
  await field.fill('ASKER');
  must((await seen()).join() === '3203 Asker' && (await page.locator('.find [role=status]').allInnerTexts()).includes('1 treff'), `found: ${await seen()}`);
  await field.fill('');
  must(whole > 300 && (await seen()).length === whole, `of ${whole} rows ${(await seen()).length} are seen again`);
  await page.context().close();
}

/** Without scripts one line says so, and the page is whole; without the engine nothing else is missing. */
async function without() {
  const page = await open(file('nb'), '', { javaScriptEnabled: false });
  must(await page.locator('#live-off').isVisible() && !(await page.locator('#live-body').isVisible()), 'scripts off: the wrong part is seen');
  await page.context().close();
  // Nor is anything printed twice while nothing is changed.
  const unchanged = await open(file('nb'));
  await told(unchanged);
  await unchanged.emulateMedia({ media: 'print' });
  must(!(await unchanged.locator('#live').isVisible()), 'on paper what is unchanged stands twice');
  await unchanged.context().close();
  const [whole, none] = [file('nb'), file('none')].map((path) => readFileSync(path, 'utf8'));
  const rest = whole.replace(/<section class="live"[\s\S]*?<\/section>/, '').replace(/ · <a class="turn"[\s\S]*?<\/a>/, '')
    .replace(/<script type="module" async>[\s\S]*?<\/script>/, '');
  const bare = (html) => html.replace(/<meta http-equiv[^>]*>/, '').replace(/<style>[\s\S]*?<\/style>/, '');
  must(bare(rest) === bare(none), 'without the engine something else is missing');
  must(!none.includes('<script'), 'without the engine there is a script');
}

/** On a narrow screen the first numbers stay in sight while dials are turned, and cover nothing that has the keyboard. */
async function brief(page, name) {
  const dials = page.locator('#live .dial input[type=range]');
  for (let n = 0; n < (await dials.count()); n += 3) {
    await dials.nth(n).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const { covered, seen } = await page.evaluate(() => {
      const [line, own] = [document.querySelector('.live-brief'), document.activeElement].map((e) => e.getBoundingClientRect());
      return { covered: own.bottom > line.top + 1 && own.top < line.bottom - 1, seen: line.height > 20 && line.bottom <= innerHeight + 1 && line.top >= 0 };
    });
    must(!covered && seen, `${name}: beside dial ${n} the answer is ${seen ? 'in the way' : 'out of sight'}`);
  }
}

/** What axe-core says of the section at work, and whether the page scrolls sideways; on paper the answer alone. */
async function look(lang, width, colorScheme) {
  const name = `${lang} at ${width} px, ${colorScheme}`;
  const page = await open(file(lang), '#v=1&fill_grant=1&municipality=0301', { viewport: { width, height: 900 }, colorScheme });
  await settled(page);
  await page.evaluate(() => document.querySelectorAll('#live details').forEach((own) => { own.open = true; }));
  const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  must(scroll <= client, `${name}: the page scrolls sideways, ${scroll}`);
  await page.evaluate(axe);
  const found = await page.evaluate((values) => axe.run('#live', { runOnly: values, resultTypes: ['violations'] }), rules);
  for (const v of found.violations) {
    faults.push(`${name}: ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
  }
  // Two regions with one name are found in the whole page alone.
  const alike = await page.evaluate(() => axe.run(document, { runOnly: ['landmark-unique'], resultTypes: ['violations'] }));
  for (const v of alike.violations) faults.push(`${name}: ${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`);
  if (width < 1000) await brief(page, name);
  const small = await page.evaluate(() => [...document.querySelectorAll('#live :is(button, select, input, summary)')]
    .filter((own) => own.checkVisibility() && own.getBoundingClientRect().height < 24 && own.type !== 'range').map((own) => own.outerHTML.slice(0, 80)));
  for (const own of small) faults.push(`${name}: smaller than 24 px: ${own}`);
  for (const refused of await page.evaluate(() => window.refused)) faults.push(`${name}: the policy refuses ${refused}`);
  const ids = await page.evaluate(() => {
    const all = [...document.querySelectorAll('[id]')].map((own) => own.id);
    return all.filter((id, n) => all.indexOf(id) !== n);
  });
  must(ids.length === 0, `${name}: ids that stand twice: ${ids.slice(0, 5)}`);
  await page.emulateMedia({ media: 'print' });
  must(!(await page.locator('.live-dials').isVisible()) && await page.locator('[data-place=sentences]').isVisible(), `${name}: on paper`);
  await page.context().close();
}

/** Whoever simulates for nobody any more: milliseconds from a move until the browser has told of the end of all of them. */
async function ended(page, most) {
  const began = performance.now();
  // The page ends them when it hears of the move, which is at once.
  await sleep(10);
  while (page.workers().length > most) await sleep(2);
  return performance.now() - began;
}

/** First numbers after opening, a settled preview after each of some moves by the browser's clock, and how soon the cores are free. */
async function clock() {
  const page = await open(file('nb'));
  const at = async (wait) => { await wait(page); return page.evaluate(() => performance.now()); };
  const first = await at(told);
  await done(page);
  const moves = [], ends = [], most = await desks(page);
  for (let n = 0; n < 7; n += 1) {
    // Until the whole period is under way, in pieces of several draws.
    await sleep(1000);
    await page.evaluate(() => {
      document.getElementById('live-state').classList.remove('settled');
      document.getElementById('live-b-refund').addEventListener('change', () => { window.movedAt = performance.now(); }, { once: true });
    });
    await page.locator('#live-b-refund').press(n % 2 ? 'ArrowLeft' : 'ArrowRight');
    ends.push(await ended(page, most));
    const end = await at(settled);
    moves.push(end - (await page.evaluate(() => window.movedAt)));
  }
  for (const all of [moves, ends]) all.sort((a, b) => a - b);
  const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
  console.log(`first numbers ${seconds(first)} after opening; a move is settled after ${seconds(moves[3])} (median), ${seconds(moves[6])} (worst)`);
  console.log(`those who are ended are gone after ${seconds(ends[3])} (median), ${seconds(ends[6])} (worst)`);
  // Heard between two slices it is some hundredths, and after a piece of four draws a second.
  must(ends[3] < 300, `those who are ended take the cores for ${seconds(ends[3])}`);
  await page.context().close();
}

const looks = [['nb', 1280, 'light'], ['nb', 320, 'dark'], ['nn', 320, 'light'], ['en', 1280, 'dark']];
const looked = async () => {
  for (const [lang, width, scheme] of looks) {
    await look(lang, width, scheme).catch((error) => faults.push(`${lang} ${width}: ${error.message}`));
  }
};
await all([clock, keyboard, links, places, finds, storm, tabs, without, looked], () => browser.close());
