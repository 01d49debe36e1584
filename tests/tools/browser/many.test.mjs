// With many meetings every page stays small. RAPPORTEUR_MEETINGS is the number of meetings (default 200).
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { close, launch, open, root, serve } from './browser.mjs';

const MEETINGS = Number(process.env.RAPPORTEUR_MEETINGS ?? 200);
const PAGE_MAX = 100_000; // bytes, compressed
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

test('no page is large', async () => {
  const page = await open(browser, server.base);
  const first = (selector) => page.locator(selector).first().getAttribute('href');
  const meeting = await first('.years a');
  const addresses = ['', meeting.slice(1), `${meeting.slice(1)}/people`, 'meetings', 'people', 'papers?limit=1000', 'decisions', 'search?q=security'];
  for (const address of addresses) {
    const begun = Date.now();
    await page.open(address);
    const [size] = await page.evaluate(() => performance.getEntriesByType('navigation').map(({ transferSize }) => transferSize));
    console.log(`# /${address}: ${size} bytes, ${Date.now() - begun} ms`);
    assert.ok(size < PAGE_MAX, `/${address}: ${size} bytes`);
  }
  await close(page);
});

test('a meeting among many can be found from the home page by its year', async () => {
  const page = await open(browser, server.base);
  const years = await page.locator('.years h3').allInnerTexts();
  assert.deepEqual(years, [...years].sort().reverse());
  const other = page.locator('#meetings .chips a').first();
  const [year, count] = (await other.innerText()).split(/\s+/);
  await other.click();
  assert.equal(await page.locator('.kicker').first().innerText(), `${count} record${count === '1' ? '' : 's'}`);
  assert.match(await page.locator('.rows li').first().innerText(), new RegExp(year));
  await close(page);
});
