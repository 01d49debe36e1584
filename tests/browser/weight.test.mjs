// What the page weighs and how soon it is there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, launch, open, serve } from './browser.mjs';

const WEIGHT_MAX = 300_000; // bytes over the wire, all views and the charts included
const FIRST_VIEW_MAX = 1000; // milliseconds
let browser;
let server;

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser.close();
  await server.stop();
});

test('the page, its modules, styles and charts weigh under 300 kB compressed', async () => {
  const page = await open(browser, server.base, '#/meetings/beijing-2006/people');
  await page.waitForFunction(() => globalThis.Chart);
  const weights = await page.evaluate(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter(({ name }) => !name.includes('?') && (name.includes('/assets/') || name.includes('#') || name.endsWith('/')))
    .map(({ name, transferSize, decodedBodySize }) => ({ name, transferSize, decodedBodySize })));
  const total = weights.reduce((sum, { transferSize }) => sum + transferSize, 0);
  assert.ok(weights.some(({ name }) => name.endsWith('/chart.js')));
  assert.ok(weights.every(({ transferSize, decodedBodySize }) => transferSize < decodedBodySize || decodedBodySize < 1000), 'something is sent as it is');
  assert.ok(total < WEIGHT_MAX, `${total} bytes`);
  console.log(`# ${weights.length} files, ${total} bytes`);
  await close(page);
});

test('the first view is there within a second', async () => {
  const times = [];
  for (let round = 0; round < 5; round++) {
    const page = await open(browser, server.base, '', { reducedMotion: 'reduce' });
    times.push(await page.evaluate(() => performance.getEntriesByName('there')[0].startTime));
    await close(page);
  }
  console.log(`# milliseconds: ${times.map(Math.round).join(' ')}`);
  assert.ok(Math.min(...times) < FIRST_VIEW_MAX, `milliseconds: ${times.join(' ')}`);
});

test('a second visit fetches nothing but the page and the record', async () => {
  const page = await open(browser, server.base);
  await page.reload();
  await page.settled();
  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name, transferSize }) => name.includes('/assets/') && transferSize > 0).map(({ name }) => name));
  assert.deepEqual(fetched, []);
  await close(page);
});
