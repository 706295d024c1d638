// Turns the page in Firefox as a reader does, by WebDriver BiDi: `node live_firefox.mjs BPASIM FOLDER REPORT`. First from the
// file, then behind the server; what it shows and gives is held against what the command that it prints writes.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import puppeteer from 'puppeteer-core';
import { HOSTILE, LONG, all, faults, glance, listen, must, numbers, rests, serve, sleep, there, written } from './live_common.mjs';

const [, , bpasim, folder, report] = process.argv;
const browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true });

/** All that a page asks of a network comes here, and is noted. The browser's own affairs do not go this way. */
const heard = [];
const trap = createServer((socket) => {
  socket.on('error', () => {});
  socket.on('data', (data) => {
    heard.push(String(data).split('\r\n')[0]);
    socket.destroy();
  });
});
await new Promise((resolve) => { trap.listen(0, '127.0.0.1', resolve); });

/** A page; what it should not do is noted as a fault. */
async function open(address, own) {
  const downloads = `${folder}/${own}`;
  mkdirSync(downloads);
  const context = await browser.createBrowserContext({
    // Firefox asks for addresses of this machine by no proxy.
    proxyServer: `127.0.0.1:${trap.address().port}`,
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  });
  const page = await context.newPage();
  const fault = (what) => faults.push(`${own}: ${what}`);
  await page.evaluateOnNewDocument(listen);
  page.on('dialog', (dialog) => { fault(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => fault(error.message));
  page.on('console', (message) => { if (message.type() === 'error') fault(message.text()); });
  page.on('request', (request) => {
    const [url, host] = [request.url(), new URL(address).origin];
    if (!/^(data|blob|file):/.test(url) && !url.startsWith(`${host}/`)) fault(`fetches ${url}`);
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address);
  const until = (where) => page.waitForFunction(where, LONG);
  const close = async () => {
    for (const refused of await page.evaluate(() => window.refused)) fault(`the policy refuses ${refused}`);
    await context.close();
  };
  const file = async (name) => {
    const end = performance.now() + LONG.timeout;
    await page.click(`[data-file="${name}"]`);
    while (!existsSync(`${downloads}/${name}`) && performance.now() < end) await sleep(100);
    // It stands there by its name before it is whole.
    for (let size = -1; size !== readFileSync(`${downloads}/${name}`).length; await sleep(300)) {
      size = readFileSync(`${downloads}/${name}`).length;
    }
    return readFileSync(`${downloads}/${name}`);
  };
  return { page, until, close, file };
}

const text = (page, selector) => page.$eval(selector, (own) => own.innerText);

/** A dial moved by the keyboard alone: the numbers shown are those of the report, and the file is the file, of the command. */
async function turned({ page, until, file }, name) {
  const start = performance.now();
  await until(there.sentences);
  console.log(`${name}: first numbers ${((performance.now() - start) / 1000).toFixed(1)} s after the page was read`);
  await page.focus('#live-b-refund');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
  must((await page.$eval('#live-b-refund', (own) => own.value)) === '93', `${name}: the dial`);
  must((await page.$eval('#live-b-refund', (own) => own.getAttribute('aria-valuetext'))) === '93 prosent', `${name}: the dial says its unit`);
  await page.waitForFunction(() => document.getElementById('live-changes').children.length === 1, LONG);
  await until(there.settled);
  await until(there.done);
  must(await page.evaluate(there.spoken), `${name}: what is said is not what stands there`);
  const command = await text(page, '#live-command');
  must(command.includes('--set financing.B.refund.rate=0.93') && command.includes('--draws 256'), `${name}: ${command}`);
  const of = written(bpasim, command, `${folder}/${name}-told`, ['--no-live']);
  must((await file('summary.csv')).equals(of('summary.csv')), `${name}: summary.csv is not that of: ${command}`);
  const [shown, reported] = await page.evaluate(numbers, glance(of('report.html')));
  must(shown === reported, `${name} shows ${shown.slice(0, 300)}, the report ${reported.slice(0, 300)}`);
  return of;
}

async function fromTheFile() {
  const own = await open(`file://${report}`, 'file');
  await turned(own, 'file');
  must((await own.page.evaluate(() => location.hash)).includes('refund.rate=0.93'), 'the address has what is set');
  await own.close();
  must(heard.length === 0, `the file asks the network: ${heard}`);
  // What is asked would have been heard.
  const control = await browser.createBrowserContext({ proxyServer: `127.0.0.1:${trap.address().port}` });
  const page = await control.newPage();
  await page.goto('http://example.invalid/').catch(() => {});
  must(heard.length > 0, 'nothing is heard of what is asked');
  await control.close();
  heard.length = 0;
}

async function links() {
  for (const [n, [hash, part]] of HOSTILE.entries()) {
    const own = await open(`file://${report}${hash}`, `hostile-${n}`);
    await own.until(there.problems).catch(() => faults.push(`${hash.slice(0, 60)} is not told of`));
    const problem = await own.page.$eval('#live-problems', (place) => place.textContent);
    must(problem.includes(part), `${hash.slice(0, 60)}: ${problem.slice(0, 200)}`);
    const made = await own.page.$$('#live-problems img, #live-problems script');
    must((await own.page.title()).includes('BPA') && made.length === 0, `${hash.slice(0, 60)} did something`);
    await own.close();
  }
  must(heard.length === 0, `a link lets the page ask the network: ${heard}`);
}

async function behindTheServer() {
  const server = await serve(bpasim);
  const own = await open(server.link, 'server');
  const of = await turned(own, 'server');
  must((await own.file('report.html')).length > of('report.html').length, 'the report comes with its engine');
  await own.page.click('#live-turns');
  await own.until(there.turns);
  // The tab is closed in the middle of a run.
  await own.page.focus('#live-fill');
  await own.page.keyboard.press('ArrowLeft');
  await own.until(there.busy);
  await own.close();
  must(await rests(() => [server.id], 5000), 'the server works for a tab that was closed');
  must(heard.length === 0, `the server's page asks others: ${heard}`);
  must((await server.stop()) === 0, 'the server did not end well');
}

await all([fromTheFile, links, behindTheServer], async () => {
  await browser.close();
  trap.close();
});
