// Text of twice the size, as a reader can choose it, leaves pages on a phone readable: nothing is cut off, and what one writes is seen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, launch, open, serve } from './browser.mjs';

const WIDTH = 390;
const ADDRESSES = ['', 'search?q=energy', 'discussions', 'papers/7', 'people/shen-shishun', 'documents/beijing-2006-report', 'docs', 'unknown'];
const NO_PAGE = /the server responded with a status of 404/;
let browser;
let server;

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Doubles the size of all text on a page. */
const enlarge = (page) => page.evaluate(() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`html { font-size: ${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px !important; }`);
  document.adoptedStyleSheets = [style];
});

/** Returns the fields whose text is not seen as a whole, and those without text that have no room for six letters. */
const narrowFields = (page) => page.evaluate(() => [...document.querySelectorAll('main input[type=search]')].filter((field) => {
  const letter = parseFloat(getComputedStyle(field).fontSize) / 2;
  return field.scrollWidth > field.clientWidth || field.clientWidth < 6 * letter;
}).map((field) => `${field.value || field.placeholder}: ${field.clientWidth} pixels`));

test('with text of twice the size, no page is wider than a phone, and search fields show their words', async () => {
  const page = await open(browser, server.base, '', { viewport: { width: WIDTH, height: 844 } });
  for (const address of ADDRESSES) {
    await page.open(address);
    await enlarge(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), WIDTH, `/${address}`);
    assert.deepEqual(await narrowFields(page), [], `/${address}`);
  }
  page.faults = page.faults.filter((fault) => !NO_PAGE.test(fault));
  await close(page);
});
