// The pages of records: one of each kind for the shipped record, a council's minutes and a schedule, as a browser gets them from the program.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { records } from '../node/page_kinds.js';
import { AxeBuilder, close, launch, PATIENCE, serve, watch } from './browser.mjs';

const WIDTHS = [320, 390, 820, 1440, 2560];
const FIRST_VISIT_MAX = 120_000; // bytes of a page, its style, scripts and fonts over the wire
const SECOND_PAGE_MAX = 15_000; // bytes of the next page
const SHIFT_MAX = 0.02;
const FONTS_LATE = 400; // milliseconds, more than a browser waits for a font that is optional
const PRINTED_MAX = 16; // sheets of the largest meeting
const NO_PAGE = /the server responded with a status of (400|404)/; // what the browser says of the pages of faults
let browser;
const servers = {};

before(async () => {
  for (const [name, { options }] of Object.entries(records)) servers[name] = await serve(...options);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  for (const { stop } of Object.values(servers)) await stop();
});

/** Opens an empty page of a record's server. Its method `open(kind)` opens the page of that kind. */
async function visit(record, context = {}) {
  const { base } = servers[record];
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...context })).newPage();
  page.setDefaultTimeout(PATIENCE);
  page.faults = [];
  watch(page, base, page.faults);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  page.open = async (kind) => {
    await page.goto(`${base}/${records[record].pages[kind]}`);
    page.faults = page.faults.filter((fault) => !NO_PAGE.test(fault));
  };
  return page;
}

const unfold = (page) => page.evaluate(() => { for (const fold of document.querySelectorAll('details:not([name])')) fold.open = true; });

/** Returns how far a page moved while it was loaded, until its fonts were there. */
const shiftOf = (page) => page.evaluate(async () => {
  const shifts = [];
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  await document.fonts.ready;
  await new Promise((resolve) => { setTimeout(resolve, 100); });
  shifts.push(...observer.takeRecords());
  return shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0);
});

/** Returns the bytes of a page and of all that it fetched, as they were sent. What the browser had in its cache counts nothing. */
async function fetchedBytes(page) {
  const { bytes, fonts } = await page.evaluate(async () => {
    await document.fonts.ready;
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return { bytes: entries.reduce((sum, { transferSize }) => sum + transferSize, 0), fonts: entries.filter(({ name }) => name.endsWith('.woff2')).length };
  });
  assert.ok(fonts > 0, 'the program has no fonts of its own');
  return bytes;
}

// Contrast depends only on the colours, all other rules only on the size, so each look needs one of them.
const LOOKS = {
  'desktop, light': [{ colorScheme: 'light' }, (axe) => axe],
  'desktop, dark': [{ colorScheme: 'dark' }, (axe) => axe.withRules(['color-contrast'])],
  'forced colours': [{ forcedColors: 'active' }, (axe) => axe.withRules(['color-contrast'])],
  phone: [{ viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true }, (axe) => axe.disableRules(['color-contrast'])],
};

for (const [record, { pages }] of Object.entries(records)) {
  for (const [look, [context, choose]] of Object.entries(LOOKS)) {
    test(`${record}: axe reports nothing: ${look}`, async () => {
      const page = await visit(record, context);
      const found = [];
      for (const kind of Object.keys(pages)) {
        await page.open(kind);
        await unfold(page);
        const { violations } = await choose(new AxeBuilder({ page })).setLegacyMode().analyze();
        found.push(...violations.map(({ id, nodes }) => `${kind} ${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join('\n')}`));
      }
      assert.deepEqual(found, []);
      await close(page);
    });
  }

  test(`${record}: no page is wider than the screen, from 320 to 2560 pixels, folded or not`, async () => {
    const page = await visit(record);
    const wide = [];
    for (const kind of Object.keys(pages)) {
      await page.open(kind);
      for (const folds of ['as they come', 'open']) {
        if (folds === 'open') await unfold(page);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (beyond > 0) wide.push(`${kind} is ${beyond} pixels too wide at ${width}, folds ${folds}`);
        }
      }
    }
    assert.deepEqual(wide, []);
    await close(page);
  });

  test(`${record}: without a script every page has the same text and links, and a menu`, async () => {
    const scripted = await visit(record);
    const plain = await visit(record, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const content = (page) => page.locator('main').evaluate((main) => {
      const copy = main.cloneNode(true);
      for (const button of copy.querySelectorAll('button:not(form button)')) button.remove();
      return { text: copy.textContent.replace(/\s+/g, ' ').trim(), links: [...copy.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')) };
    });
    for (const kind of Object.keys(pages)) {
      await scripted.open(kind);
      await plain.open(kind);
      const shown = await content(plain);
      assert.deepEqual(shown, await content(scripted), kind);
      assert.ok(shown.text.length > 20, `${kind}: ${shown.text}`);
      await plain.locator('.menu summary').click();
      assert.ok(await plain.locator('.nav').isVisible(), kind);
    }
    await close(plain);
    await close(scripted);
  });

  test(`${record}: nothing moves while a page is loaded for the first time`, async () => {
    const moved = [];
    for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
      for (const kind of Object.keys(pages)) {
        const page = await visit(record, { viewport });
        await page.open(kind);
        const shift = await shiftOf(page);
        if (shift >= SHIFT_MAX) moved.push(`${kind} at ${viewport.width}: ${shift}`);
        await close(page);
      }
    }
    assert.deepEqual(moved, []);
  });

  test(`${record}: nothing moves if the fonts come late`, async () => {
    const moved = [];
    for (const kind of Object.keys(pages)) {
      const page = await visit(record, { viewport: { width: 390, height: 844 } });
      await page.route('**/*.woff2', async (route) => {
        await new Promise((resolve) => { setTimeout(resolve, FONTS_LATE); });
        await route.continue();
      });
      await page.open(kind);
      const shift = await shiftOf(page);
      if (shift >= SHIFT_MAX) moved.push(`${kind}: ${shift}`);
      await close(page);
    }
    assert.deepEqual(moved, []);
  });

  test(`${record}: a first visit is at most 120 kB over the wire`, async () => {
    const weights = {};
    for (const kind of Object.keys(pages)) {
      const page = await visit(record);
      await page.open(kind);
      weights[kind] = await fetchedBytes(page);
      await close(page);
    }
    console.log(`# ${record}: at most ${Math.max(...Object.values(weights))} bytes`);
    assert.deepEqual(Object.entries(weights).filter(([, bytes]) => bytes > FIRST_VISIT_MAX), []);
  });

  test(`${record}: after a meeting, the next page is at most 15 kB over the wire`, async () => {
    const page = await visit(record);
    await page.open('meeting');
    await fetchedBytes(page);
    const weights = {};
    for (const kind of Object.keys(pages).filter((other) => other !== 'meeting')) {
      await page.open(kind);
      weights[kind] = await fetchedBytes(page);
    }
    console.log(`# ${record}: at most ${Math.max(...Object.values(weights))} bytes`);
    assert.deepEqual(Object.entries(weights).filter(([, bytes]) => bytes > SECOND_PAGE_MAX), []);
    await close(page);
  });

  test(`${record}: a meeting is printed with its sources and without controls`, async () => {
    const page = await visit(record, { colorScheme: 'dark' });
    await page.open('meeting');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
    for (const part of ['h1', '#programme h2', record === 'meetings' ? 'main .ref' : '#summary .source']) assert.ok(await page.locator(part).first().isVisible(), part);
    await page.setViewportSize({ width: 500, height: 700 }); // a small sheet: what speakers said is folded on a screen of its width
    const hidden = await page.locator('.said > li').evaluateAll((said) => said.filter((one) => !one.checkVisibility()).length);
    assert.equal(hidden, 0, `${hidden} statements are not printed`);
    const shown = await page.locator('.mast, .actions, .theme-box, .fields, .peek, button, input').evaluateAll((controls) => controls.filter((control) => control.checkVisibility()).map(({ outerHTML }) => outerHTML.slice(0, 120)));
    assert.deepEqual(shown, []);
    const pdf = (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1');
    assert.match(pdf, /^%PDF-/);
    const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    console.log(`# ${record}: ${sheets} sheets`);
    assert.ok(sheets > 0 && sheets <= PRINTED_MAX, `${sheets} sheets`);
    await close(page);
  });
}

test('at 1280 pixels nothing is cut off in the contents and in the margin of a document', async () => {
  for (const [record, { pages }] of Object.entries(records)) {
    const page = await visit(record, { viewport: { width: 1280, height: 900 } });
    for (const kind of ['meeting', 'document'].filter((name) => pages[name])) {
      await page.open(kind);
      const cut = await page.locator('.toc, .toc ul, .reader .by').evaluateAll((parts) => parts
        .filter((part) => part.scrollWidth > part.clientWidth + 1 || getComputedStyle(part).textOverflow === 'ellipsis').map((part) => part.outerHTML.slice(0, 160)));
      assert.deepEqual(cut, [], `${record} ${kind}`);
    }
    await close(page);
  }
});

test('of many speakers on a topic four are shown on a wide screen, and all in its fold', async () => {
  const page = await visit('shipped', { viewport: { width: 1280, height: 900 } });
  await page.open('meeting');
  const topic = page.locator('.topic').first();
  const shown = () => topic.locator('.said > li').evaluateAll((said) => said.filter((one) => one.checkVisibility()).length);
  assert.equal(await shown(), 4);
  await topic.locator('summary').first().click();
  assert.equal(await shown(), await topic.locator('.said > li').count());
  await close(page);
});

test('without a script, the address of a short range that is cited marks its lines', async () => {
  const [record] = Object.entries(records).find(([, { pages }]) => pages.document?.endsWith('-minutes')); // it has its text
  const page = await visit(record, { javaScriptEnabled: false });
  await page.open('document');
  const id = await page.locator('.anchor:is(.n2, .n3, .n4, .n5, .n6, .n7, .n8)').last().getAttribute('id');
  const [first, last] = id.match(/\d+/g).map(Number);
  await page.goto(`${page.url()}#${id}`);
  const colour = (line) => page.locator(`#L${line}`).evaluate((element) => getComputedStyle(element).backgroundColor);
  const marked = await colour(first);
  for (let line = first - 1; line <= last + 1; line += 1) assert.equal(await colour(line) === marked, line >= first && line <= last, `${id}: line ${line}`);
  await close(page);
});

test('the API reference shows an answer in place, with the mouse and the keyboard', async () => {
  const [record] = Object.entries(records).find(([, { pages }]) => pages.reference);
  const page = await visit(record);
  await page.open('reference');
  const address = page.url();
  const link = page.locator('.api .try a.copy').first();
  await link.click();
  await page.locator('.api .try + pre', { hasText: '"data": [' }).waitFor();
  assert.equal(await link.getAttribute('aria-expanded'), 'true');
  await link.press('Enter');
  await page.locator('.api .try + pre').waitFor({ state: 'detached' });
  assert.equal(page.url(), address);
  await close(page);
});
