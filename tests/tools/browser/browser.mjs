// A server of its own on a free port, and Debian's Chromium to look at it: what every test here begins with. A page that is opened
// here is watched: it may log no error, break no content security policy and ask nobody but its server.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(new URL('../node/package.json', import.meta.url));
export const { chromium } = require('playwright-core');
export const { AxeBuilder } = require('@axe-core/playwright');

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = process.env.RAPPORTEUR_PROGRAM ?? `${root}build/rapporteur`;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

// A machine that has much else to do may take its time; what hangs is told from it by this.
export const PATIENCE = 120_000;

/** Starts the program on a free port: {base, stop}. */
export async function serve(...flags) {
  const server = spawn(program, ['serve', '--listen', '127.0.0.1:0', ...flags], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const base = await new Promise((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.on('exit', () => reject(new Error(`the server stopped: ${said}`)));
  });
  const stopped = new Promise((resolve) => { server.on('exit', resolve); });
  return { base, stop: () => { server.kill('SIGTERM'); return stopped; } };
}

/** Chromium with an empty profile, which it makes and removes itself. */
export function launch() {
  return chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: FLAGS, timeout: PATIENCE });
}

// What a page must not do, as it happens.
function watch(page, base, faults) {
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => faults.push(`error: ${error.stack}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`) && !/^(data|blob|about):/.test(request.url())) faults.push(`request to ${request.url()}`);
  });
  page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
}

/**
 * Opens an address and waits until it is all there: a page with two methods more. `open(address)` goes elsewhere and waits,
 * `settled()` waits. `context` are playwright's options of a context.
 */
export async function open(browser, base, address = '#/', context = {}) {
  const opened = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...context });
  const page = await opened.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.faults = [];
  watch(page, base, page.faults);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  page.settled = async () => {
    await page.waitForSelector('main h1');
    // Not at each frame, as it is if nothing is said: to draw frames is what takes the processor.
    await page.waitForFunction(() => performance.getEntriesByName('there').at(-1)?.detail === location.hash
      && !document.querySelector('[aria-busy]') && document.querySelector('.tabs a, .switcher[hidden]'), undefined, { polling: 100 });
  };
  page.open = async (to) => {
    await page.goto(`${base}/${to}`);
    await page.settled();
  };
  await page.open(address);
  return page;
}

/** Closes a page that has done nothing that it must not. */
export async function close(page) {
  const { faults } = page;
  await page.context().close();
  assert.deepEqual(faults, []);
}

/** Waits until `look()` gives what it should, or fails with what it gave last. */
export async function eventually(look, wanted) {
  const until = Date.now() + PATIENCE / 4;
  let seen = await look();
  while (!wanted(seen) && Date.now() < until) {
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    seen = await look();
  }
  assert.ok(wanted(seen), `at last there was ${JSON.stringify(seen)}`);
  return seen;
}
