// The search box.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, eventually, launch, open, serve } from './browser.mjs';

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

test('typing searches, and found words are marked', async () => {
  const page = await open(browser, server.base);
  await page.locator('#q').pressSequentially('nuclear', { delay: 30 });
  await eventually(() => page.locator('.hit').count(), (number) => number > 5);
  await eventually(() => page.url(), (url) => url.endsWith('#/search?q=nuclear'));
  assert.match(await page.locator('.hit mark').first().innerText(), /nuclear/i);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q', 'the box keeps the focus');
  assert.match(await page.locator('#announcement').innerText(), /\d+ results/);
  await page.goBack();
  await eventually(() => page.locator('h1').innerText(), (shown) => shown.startsWith('Third Expert Meeting'));
  await close(page);
});

test('a later search replaces a slow earlier one', async () => {
  const page = await open(browser, server.base);
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  const ended = new Promise((resolve) => {
    const end = (request) => { if (request.url().includes('/search?q=china')) resolve(); };
    page.on('requestfinished', end).on('requestfailed', end); // failed: the page cancels it
  });
  await page.route('**/search?q=china**', async (route) => {
    await released;
    await route.continue().catch(() => {});
  });
  const asked = page.waitForRequest('**/search?q=china**');
  await page.locator('#q').fill('china');
  await asked;
  await page.locator('#q').fill('energy');
  await eventually(() => page.locator('main').innerText(), (shown) => shown.includes('“energy”'));
  release();
  await ended;
  await page.waitForTimeout(500); // a page that shows the earlier answer would do it now
  assert.match(await page.locator('main').innerText(), /“energy”/);
  await close(page);
});

test('a search can be linked, narrowed to a kind of record, and followed', async () => {
  const page = await open(browser, server.base, '#/search?q=china');
  const all = await page.locator('.chip-count').first().innerText();
  await page.locator('.chip', { hasText: 'Proposal' }).click();
  await eventually(() => page.url(), (url) => url.includes('type=proposal'));
  await eventually(() => page.locator('.hit .kicker').allInnerTexts(), (kinds) => kinds.length > 0 && kinds.every((kind) => /proposal/i.test(kind)));
  assert.equal(await page.locator('.chip-count').first().innerText(), all, 'the other kinds are still offered');
  await page.locator('.hit a').first().click();
  await page.waitForSelector('.record h1');
  assert.match(page.url(), /#\/proposals\//);
  await close(page);
});

test('an incomplete word finds words that begin with it', async () => {
  const page = await open(browser, server.base, '#/search?q=nucle');
  await eventually(() => page.locator('.hit').count(), (number) => number > 5);
  await close(page);
});

test('a search without results says so, and any text is a valid search', async () => {
  const page = await open(browser, server.base, '#/search?q=zeppelin');
  assert.match(await page.locator('main').innerText(), /Nothing has these words/);
  await page.open(`#/search?q=${encodeURIComponent('"(*) AND -NEAR <script>')}`);
  assert.match(await page.locator('main').innerText(), /result/);
  await close(page);
});
