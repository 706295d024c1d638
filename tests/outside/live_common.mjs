// What the checks of the page that is turned have in common, in whichever browser and behind whichever back end.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export { sleep };
/** Longer than anything here takes. */
export const LONG = { timeout: 120_000 };
/** What was wrong. */
export const faults = [];

export function must(true_, what) {
  if (!true_) faults.push(what);
}

/** Does the checks one after another, tells how long each took, and ends with what was wrong. */
export async function all(checks, close) {
  for (const check of checks) {
    const start = performance.now();
    await check().catch((error) => faults.push(`${check.name}: ${error.message}`));
    console.log(`${check.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  await close();
  for (const fault of faults) console.error(fault);
  process.exit(faults.length ? 1 : 0);
}

/** Where the page is, asked in the page itself. */
export const there = {
  sentences: () => document.querySelector('[data-place=sentences] li') !== null,
  settled: () => document.querySelector('#live-state.settled') !== null,
  done: () => document.getElementById('live-answer').getAttribute('aria-busy') === 'false',
  busy: () => document.getElementById('live-answer').getAttribute('aria-busy') === 'true',
  // What is said to those who listen has the sentences that stand there, and none that stood there before.
  spoken: () => {
    const said = document.getElementById('live-spoken').textContent;
    return said !== '' && [...document.querySelectorAll('[data-place=sentences] li')].every((own) => said.includes(own.textContent));
  },
  problems: () => document.getElementById('live-problems').textContent !== '',
  // What stands there until then ends so.
  turns: () => /[^…]$/.test(document.getElementById('live-turns-told').textContent),
};

/** Listens for what the page's policy refuses; run before the page's own scripts. */
export function listen() {
  window.refused = [];
  document.addEventListener('securitypolicyviolation', (e) => window.refused.push(`${e.effectiveDirective} ${e.blockedURI}`));
}

/** Links that say nonsense or harm, each with a part of what is told of it. */
export const HOSTILE = [
  ['#v=1&financing.B.refund.rat=0.9', 'refund.rate'],
  ['#v=1&%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E=%3Cscript%3E', '<img'],
  ['#v=9', 'v'],
  [`#v=1&x=${'a'.repeat(70_000)}`, '64'],
  ['#v=1&scenario=/etc/passwd', 'scenario'],
];

/** Runs a command that a page prints, and gives what reads its files. */
export function written(bpasim, command, folder, more = ['--no-report']) {
  execFileSync(bpasim, [...command.trim().split(' ').slice(1), '--quiet', ...more, '--out', folder]);
  return (name) => readFileSync(`${folder}/${name}`);
}

/** The first table of a report. */
export const glance = (report) => report.toString().match(/<table id="table-glance"[\s\S]*?<\/table>/)[0];

/** The numbers of the first table that a page shows, and those of a report's; both read in the page. */
export function numbers(table) {
  const cells = (own) => JSON.stringify([...own.querySelectorAll('tbody :is(th, td)')].map((cell) => cell.textContent));
  const other = new DOMParser().parseFromString(table, 'text/html');
  return [cells(document.querySelector('[data-place=glance]')), cells(other)];
}

/** Seconds of processor that processes take in some milliseconds. */
export async function work(processes, ms) {
  // What stands after the name in parentheses, which may have spaces in it.
  const field = (id) => readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').pop().split(' ');
  const taken = (id) => {
    try {
      return Number(field(id)[11]) + Number(field(id)[12]);
    } catch {
      return 0;
    }
  };
  const before = processes.map(taken);
  await sleep(ms);
  return processes.reduce((sum, id, n) => sum + Math.max(0, taken(id) - before[n]), 0) / 100;
}

/** Waits until processes rest, but not for ever; gives whether they do. */
export async function rests(processes, ms) {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    if ((await work(processes(), 500)) < 0.1) return true;
  }
  return false;
}

/** The bytes of resident memory of a process. */
export const memory = (id) => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * 4096;

/** A server of the program, with what asks it as its page does. */
export async function serve(bpasim, lang = 'nb') {
  const child = spawn(bpasim, ['serve', '--lang', lang], { stdio: ['ignore', 'pipe', 'inherit'] });
  // It does not outlive the checks, however they end.
  process.on('exit', () => child.kill());
  const link = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
      const found = text.match(/http:\/\/\S+token=[0-9a-f]+/);
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`the server ended: ${text}`)));
  });
  const { origin, searchParams } = new URL(link);
  const headers = { 'x-bpasim-token': searchParams.get('token') };
  return {
    link,
    origin,
    id: child.pid,
    /** Whether a run is simulated or waits: one that has ended, or was given up, says so at once. */
    async alive(run) {
      const stop = new AbortController();
      const answer = await fetch(`${origin}/api/v1/runs/${run}/events`, { headers, signal: stop.signal });
      if (answer.status === 404) return false;
      let text = '';
      const limit = setTimeout(() => stop.abort(), 1000);
      try {
        for await (const part of answer.body) {
          text += new TextDecoder().decode(part);
          if (/^event: (done|stopped|problem)$/m.test(text)) return false;
        }
      } catch { /* It goes on. */ } finally {
        clearTimeout(limit);
        stop.abort();
      }
      return true;
    },
    /** Ends it as Ctrl-C does, and gives its code. */
    stop: () => new Promise((resolve) => {
      if (child.exitCode !== null) resolve(child.exitCode);
      child.on('exit', resolve);
      child.kill('SIGINT');
    }),
  };
}
