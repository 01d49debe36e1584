// Everything can be reached and used without a mouse.
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

const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.id);

async function tabTo(page, wanted) {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    if (wanted(await focused(page))) return;
  }
  assert.fail('Tab does not reach it');
}

test('the first Tab offers a link to the content', async () => {
  const page = await open(browser, server.base);
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Skip to the content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  await close(page);
});

test('the keyboard leads from the first view to the sources of a fact and back', async () => {
  const page = await open(browser, server.base);
  await tabTo(page, (text) => text === 'Programme');
  await page.keyboard.press('Enter');
  await eventually(() => page.locator('h1').innerText(), (shown) => shown === 'Programme');
  await page.settled();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content', 'the focus goes to the new view');
  await tabTo(page, (text) => text.startsWith('4Non-traditional'));
  await page.keyboard.press('Enter');
  await eventually(() => page.locator('.session-lead .kicker').innerText(), (shown) => shown.startsWith('Session 4'));
  assert.match(await focused(page), /^4Non-traditional/, 'the focus stays where it was');
  await tabTo(page, (text) => /^Lines? \d/.test(text));
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.sources[open]').count(), 1);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.sources[open]').count(), 0);
  assert.match(await focused(page), /^Lines? \d/);
  await page.goBack();
  await eventually(() => page.locator('.session-lead .kicker').innerText(), (shown) => shown.startsWith('Session 1'));
  await close(page);
});

test('a search can be typed, followed and cleared', async () => {
  const page = await open(browser, server.base);
  await tabTo(page, (text) => text === 'q');
  await page.keyboard.type('energy');
  await page.waitForSelector('.hit');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  await tabTo(page, (text) => text.startsWith('Everything'));
  await page.locator('#q').focus();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#q').inputValue(), '');
  await close(page);
});

test('the focus is visible', async () => {
  const page = await open(browser, server.base);
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none', await focused(page));
  }
  await close(page);
});

test('colours follow the system until the user chooses, and the choice is stored', async () => {
  const page = await open(browser, server.base, '#/', { colorScheme: 'dark' });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.locator('#theme').focus();
  await page.keyboard.press('Enter');
  assert.notEqual(await background(), dark);
  await page.reload();
  await page.settled();
  assert.equal(await page.locator('#theme').getAttribute('aria-label'), 'Colours: light');
  await close(page);
});
