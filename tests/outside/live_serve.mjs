// Turns the server's page in Chromium as a reader does: `node live_serve.mjs BPASIM FOLDER`. What it shows and gives is held
// against what the command that it prints writes, to the last byte.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { HOSTILE, LONG, all, faults, glance, listen, memory, must, numbers, rests, serve, sleep, there, written } from './live_common.mjs';

const [, , bpasim, folder] = process.argv;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'] });
const server = await serve(bpasim);

/** A page of the server; what it should not do is noted as a fault. `runs` are the ids that it was given. */
async function open(hash = '', context = null, query = '') {
  const own = context ?? await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true, viewport: { width: 1280, height: 900 } });
  const page = await own.newPage();
  const fault = (what) => faults.push(`${hash.slice(0, 60)}: ${what}`);
  const runs = new Set();
  await page.addInitScript(listen);
  page.on('dialog', (dialog) => { fault(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => fault(error.message));
  // What a setting that can't be used is answered with is an error to the browser's console, and told of by the page.
  const refused = (message) => message.location().url.startsWith(server.origin) && / status of 4(13|22) /.test(message.text());
  page.on('console', (message) => { if (message.type() === 'error' && !refused(message)) fault(message.text()); });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${server.origin}/`) && !url.startsWith('blob:') && !url.startsWith('data:')) fault(`fetches ${url}`);
    // The token stands in the link alone: it must not be told to anybody by an address of the page.
    if (url.includes('token=') && request.resourceType() !== 'document') fault(`tells its token: ${url}`);
  });
  page.on('response', async (response) => {
    if (response.request().method() === 'POST' && response.url().endsWith('/runs') && response.ok()) {
      const told = await response.json().catch(() => null);
      if (told) runs.add(told.id);
    }
  });
  await page.goto(`${server.link}${query}${hash}`);
  return { page, runs, until: (where) => page.waitForFunction(where, null, LONG) };
}

async function close({ page }) {
  for (const refused of await page.evaluate(() => window.refused)) faults.push(`the policy refuses ${refused}`);
  await page.context().close();
}

async function download(page, selector) {
  const [got] = await Promise.all([page.waitForEvent('download', LONG), page.locator(selector).click()]);
  return { name: got.suggestedFilename(), content: readFileSync(await got.path()) };
}

/** The command that a page prints, and `summary.csv` of the page held against what it writes. */
async function sameTable(page, name) {
  const command = await page.locator('#live-command').innerText();
  const { content } = await download(page, '[data-file="summary.csv"]');
  const file = written(bpasim, command, `${folder}/${name}`);
  must(content.equals(file('summary.csv')), `summary.csv of the page is not that of: ${command}`);
  return command;
}

/** A dial moved by the keyboard alone; the files that the page gives, and the same from the command; the link and the file. */
async function keyboard() {
  const own = await open();
  const { page, until } = own;
  await until(there.sentences);
  await page.locator('#live-b-refund').focus();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
  await until(there.settled);
  await until(there.done);
  must((await page.locator('[data-place=moved] table').count()) === 1, 'what moved is told');
  const command = await page.locator('#live-command').innerText();
  must(command.includes('--set financing.B.refund.rate=0.93') && command.includes('--draws 256'), command);
  const file = written(bpasim, command, `${folder}/told`, ['--docx']);
  for (const name of ['summary.csv', 'report.html', 'results.xlsx', 'report.docx']) {
    const got = await download(page, `[data-file="${name}"]`);
    must(got.name === name, `${name} comes as ${got.name}`);
    must(got.content.equals(file(name)), `${name} of the page is not that of: ${command}`);
  }
  const [shown, reported] = await page.evaluate(numbers, glance(file('report.html')));
  must(shown === reported, `the page shows ${shown.slice(0, 300)}, the report ${reported.slice(0, 300)}`);
  const manifest = JSON.parse((await download(page, '[data-file="run.json"]')).content);
  must(manifest.fingerprint === JSON.parse(file('run.json')).fingerprint, 'run.json is of another run');

  // Where the dial that was moved would turn an answer.
  await page.locator('#live-turns').click();
  await until(there.turns);
  must((await page.locator('#live-turns-told').innerText()).includes('prosent'), 'what the dial would have to be is told with its unit');

  const hash = await page.evaluate(() => location.hash);
  const again = await open(hash);
  await again.until(there.sentences);
  must((await again.page.locator('#live-b-refund').inputValue()) === '93', `${hash} is not read again`);
  await close(again);

  const toml = await download(page, '#live-save');
  await page.locator('#live-reset-all').click();
  await page.waitForFunction(() => document.getElementById('live-changes').children.length === 0, null, LONG);
  await page.locator('#live-open').setInputFiles({ name: toml.name, mimeType: 'text/plain', buffer: toml.content });
  await page.waitForFunction(() => document.getElementById('live-b-refund').value === '93', null, LONG);
  await close(own);
}

/** Links that say nonsense or harm are told of, and do nothing. */
async function links() {
  for (const [hash, part] of HOSTILE) {
    const own = await open(hash);
    await own.until(there.problems).catch(() => faults.push(`${hash.slice(0, 60)} is not told of`));
    const problem = await own.page.evaluate(() => document.getElementById('live-problems').textContent);
    must(problem.includes(part), `${hash.slice(0, 60)}: ${problem.slice(0, 200)}`);
    const made = await own.page.locator('#live-problems :is(img, script)').count();
    must((await own.page.title()).includes('BPA') && made === 0, `${hash.slice(0, 60)} did something`);
    await close(own);
  }
}

/** Fifty moves in five seconds, three times: one run is alive at most, and memory does not grow. */
async function storm() {
  const own = await open();
  const { page, runs, until } = own;
  await until(there.sentences);
  const used = [];
  for (let round = 0; round < 3; round += 1) {
    await page.locator('#live-fill').focus();
    for (let n = 0; n < 50; n += 1) {
      await page.keyboard.press(n % 20 < 10 ? 'ArrowLeft' : 'ArrowRight');
      await page.waitForTimeout(100);
    }
    const alive = [];
    for (const run of runs) if (await server.alive(run)) alive.push(run);
    must(alive.length <= 1, `${alive.length} runs are alive of ${runs.size}`);
    await until(there.done);
    used.push(memory(server.id));
  }
  console.log(`${runs.size} runs begun; the server's memory after each fifty moves: ${used.map((n) => `${Math.round(n / 1e6)} MB`).join(', ')}`);
  // At least the first setting and the one that is left in the end: a machine that is busy begins none between two presses.
  must(runs.size >= 2, `only ${runs.size} runs were begun`);
  // The system gets back what was freed when the allocator likes; the draws of fifty moves would be far more.
  must(used[2] - used[1] < 300e6, `memory grows by ${used[2] - used[1]} bytes`);
  must(await rests(() => [server.id], 5000), 'the server works when all is done');
  await close(own);
}

/** Tabs at once: each is answered, of its own setting; one that is closed in the middle of its run disturbs nobody. */
async function tabs() {
  const closed = await open('#v=1&financing.B.refund.rate=0.65');
  await closed.until(there.sentences);
  const context = closed.page.context();
  const first = await open('#v=1&financing.B.refund.rate=0.85', context);
  const second = await open('#v=1&financing.B.refund.rate=0.75', context);
  must(!(await closed.page.evaluate(there.done)), 'nothing is simulated any more when the tab is closed');
  await closed.page.close();
  for (const [own, rate] of [[first, '0.85'], [second, '0.75']]) {
    await own.until(there.done);
    const command = await sameTable(own.page, `tab-${rate}`);
    must(command.includes(`financing.B.refund.rate=${rate}`), `of ${rate}: ${command}`);
  }
  for (const run of closed.runs) must(!(await server.alive(run)), 'a run goes on whose tab was closed');
  await close(first);
}

/** Two tabs that look at the same run: what one does, in the middle of it and when it is done, takes nothing from the other. */
async function together() {
  const first = await open('#v=1&financing.B.refund.rate=0.95');
  const second = await open('#v=1&financing.B.refund.rate=0.95', first.page.context());
  await second.until(there.sentences);
  must(!(await first.page.evaluate(there.done)), 'nothing is simulated any more when the other tab moves on');
  await first.page.locator('#live-b-refund').press('ArrowLeft');
  await second.until(there.done);
  await sameTable(second.page, 'second');
  await first.page.locator('#live-b-refund').press('ArrowRight');
  await first.page.waitForFunction(() => document.getElementById('live-b-refund').value === '95', null, LONG);
  await first.until(there.done);
  await first.page.locator('#live-b-refund').press('ArrowLeft');
  await sameTable(second.page, 'second-again');
  await close(first);
}

/** The only tab is closed in the middle of a run, and left for another page in the middle of one: the server rests. */
async function left() {
  for (const [rate, leave] of [['0.55', (page) => page.close()], ['0.45', (page) => page.goto('about:blank')]]) {
    const own = await open(`#v=1&financing.B.refund.rate=${rate}`);
    await own.until(there.sentences);
    must(!(await own.page.evaluate(there.done)), 'nothing is simulated any more when the tab is left');
    await leave(own.page);
    const start = performance.now();
    must(await rests(() => [server.id], 5000), 'the server works for a tab that was left');
    console.log(`the server rests ${((performance.now() - start) / 1000).toFixed(1)} s after its tab was left`);
    for (const run of own.runs) must(!(await server.alive(run)), 'a run goes on whose tab was left');
    await own.page.context().close();
  }
}

/** A server that has ended is told of in words, and its address answers nobody. */
async function ended() {
  const own = await open('', null, '&lang=en');
  await own.until(there.done);
  must((await own.page.locator('html').getAttribute('lang')) === 'en', 'the page speaks as the link says');
  await close(own);
  const stranger = await browser.newPage();
  const answer = await stranger.goto(`${server.origin}/`);
  must(answer.status() === 403 && (await stranger.locator('script').count()) === 0, `without a token: ${answer.status()}`);
  await stranger.close();
  const last = await open();
  await last.until(there.sentences);
  // A server that ends breaks off what it is sending, which the browser tells of in its console.
  last.page.removeAllListeners('console');
  must((await server.stop()) === 0, 'the server did not end well');
  await last.page.locator('#live-b-refund').press('ArrowLeft');
  await last.page.waitForFunction(() => /svarer ikke lenger/.test(document.getElementById('live-state').textContent), null, LONG);
  await last.page.context().close();
}

await all([keyboard, links, storm, tabs, together, left, ended], async () => {
  await browser.close();
  await server.stop();
});
