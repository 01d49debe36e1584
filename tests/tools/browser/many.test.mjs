// With many meetings no view fetches whole collections: answers stay small. RAPPORTEUR_MEETINGS is the number of meetings (default
// 200).
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { close, eventually, launch, open, root, serve } from './browser.mjs';

const MEETINGS = Number(process.env.RAPPORTEUR_MEETINGS ?? 200);
const ANSWER_MAX = 100_000; // bytes, compressed; the record of a person lists all meetings that they attended
const REQUESTS_MAX = 25; // for one view
let folder;
let browser;
let server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-many-'));
  await promisify(execFile)('python3', [join(root, 'tests/tools/bench/make-archive'), '--meetings', String(MEETINGS), '--seed', '1', join(folder, 'archive')]);
  server = await serve('--data', join(folder, 'archive'));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true });
});

test('no view requests more than it shows', async () => {
  const page = await open(browser, server.base);
  const [, id] = /meetings\/([^/?]+)/.exec(await page.locator('.tabs a').first().getAttribute('href'));
  const answers = [];
  page.on('response', (response) => { if (!response.url().includes('/assets/')) answers.push(response); });
  for (const view of ['#/meetings', '#/', `#/meetings/${id}/programme`, `#/meetings/${id}/people`, `#/meetings/${id}/people?show=sessions`, `#/meetings/${id}/people?show=committees`,
    `#/meetings/${id}/proposals`, `#/meetings/${id}/timeline`, '#/search?q=security']) {
    answers.length = 0;
    const begun = Date.now();
    await page.open(view);
    const sizes = await Promise.all(answers.map(async (response) => (await response.request().sizes()).responseBodySize));
    console.log(`# ${view}: ${sizes.length} answers, the largest ${Math.max(...sizes)} bytes, ${Date.now() - begun} ms`);
    assert.ok(sizes.length > 0, `${view}: no request was sent`);
    assert.ok(sizes.length <= REQUESTS_MAX, `${view}: ${sizes.length} requests`);
    assert.ok(Math.max(...sizes) < ANSWER_MAX, `${view}: ${Math.max(...sizes)} bytes`);
  }
  await close(page);
});

test('a meeting among many can be found by words, by country and by paging', async () => {
  const page = await open(browser, server.base, '#/meetings');
  const rows = page.locator('.meeting-row');
  assert.equal(await rows.count(), Math.min(50, MEETINGS));
  const first = await rows.first().innerText();
  await page.locator('.pager a', { hasText: 'Next' }).click();
  await eventually(() => rows.first().innerText(), (shown) => shown !== first);
  assert.match(page.url(), /offset=50/);
  await page.goBack();
  await eventually(() => rows.first().innerText(), (shown) => shown === first);
  await page.locator('.chips .chip').first().click();
  await page.waitForSelector('.chip[aria-current]');
  await page.settled();
  await page.locator('#find-meeting').pressSequentially((await rows.first().locator('.meeting-name').innerText()).split(' ').slice(0, 3).join(' '), { delay: 40 });
  await eventually(() => page.url(), (url) => url.includes('q='));
  await eventually(() => rows.count(), (number) => number > 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'find-meeting', 'the box keeps the focus');
  await rows.first().click();
  await page.settled();
  assert.match(page.url(), /#\/meetings\/[^/]+$/);
  await close(page);
});
