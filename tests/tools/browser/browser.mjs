// Starts a server on a free port and Debian's Chromium, for all tests of this folder. Every page is watched: it must not log an error,
// violate its content security policy, or send a request to another server.
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

// Milliseconds, enough for a busy machine; a longer wait is a hang.
export const PATIENCE = 120_000;

/** Starts the program on a free port. Returns {base, stop}: its URL, and a function that stops it. */
export async function serve(...flags) {
  const server = spawn(program, ['serve', '--listen', '127.0.0.1:0', ...flags], { stdio: ['ignore', 'ignore', 'pipe'] });
  process.on('exit', () => server.kill('SIGKILL')); // a test that fails leaves no server behind
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

/** Starts Chromium with an empty profile, which Chromium creates and removes. */
export function launch() {
  return chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: FLAGS, timeout: PATIENCE });
}

/** Adds everything that a page must not do to `faults`. */
export function watch(page, base, faults) {
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => faults.push(`error: ${error.stack}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`) && !/^(data|blob|about):/.test(request.url())) faults.push(`request to ${request.url()}`);
  });
  page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
}

/** Opens an address, such as "papers/7". Returns a page with one more method: `open(address)` opens another one. `context` has playwright's options for a context. */
export async function open(browser, base, address = '', context = {}) {
  const opened = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...context });
  const page = await opened.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.faults = [];
  watch(page, base, page.faults);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  page.open = async (to) => {
    await page.goto(`${base}/${to}`);
  };
  await page.open(address);
  return page;
}

/** Closes a page, and fails if it did anything that it must not do. */
export async function close(page) {
  const { faults } = page;
  await page.context().close();
  assert.deepEqual(faults, []);
}
