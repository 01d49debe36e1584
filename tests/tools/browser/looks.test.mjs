// The looks, on sample pages with every part: accessibility, widths, weight, and what the scripts add.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { AxeBuilder, launch, PATIENCE, root } from './browser.mjs';
import { serveSamples } from './looks/site.mjs';

const FIRST_VISIT_MAX = 100_000; // bytes of style, scripts and the fonts of most texts, compressed
const FIRST = ['site.css', 'site.js', 'theme.js', 'colours.js', 'copying.js', 'flow.js', 'help.js', 'keys.js', 'lines.js', 'old_address.js', 'parts.js', 'sources.js',
  'favicon.svg', 'title.woff2', 'quote.woff2', 'text.woff2', 'bold.woff2'];
let browser;
let site;

before(async () => {
  site = await serveSamples(process.env.RAPPORTEUR_PROGRAM ?? `${root}build/rapporteur`);
  browser = await launch();
});

after(async () => {
  await browser.close();
  site.stop();
});

/** Opens a page. `faults` of it collects errors, and what the policy of the pages forbids. */
async function open(address, context = {}) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...context })).newPage();
  page.setDefaultTimeout(PATIENCE);
  page.faults = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) page.faults.push(message.text()); });
  page.on('pageerror', (error) => page.faults.push(error.stack));
  await page.goto(`${site.base}/${address}`);
  return page;
}

async function close(page) {
  const { faults } = page;
  await page.context().close();
  assert.deepEqual(faults, []);
}

const LOOKS = {
  'desktop, light': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'desktop, dark': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true },
};

for (const [look, context] of Object.entries(LOOKS)) {
  test(`axe reports nothing: ${look}`, async () => {
    const page = await open('archive.html', context);
    for (const name of site.names) {
      await page.goto(`${site.base}/${name}`);
      await page.evaluate(() => { for (const fold of document.querySelectorAll('details:not([name])')) fold.open = true; });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join('\n')}`), []);
    }
    await close(page);
  });
}

test('no page is wider than the screen, from 320 to 2560 pixels, also with all folds open', async () => {
  const page = await open('archive.html');
  for (const width of [320, 390, 768, 820, 1024, 1120, 1440, 1760, 2560]) {
    await page.setViewportSize({ width, height: 800 });
    for (const name of site.names) {
      await page.goto(`${site.base}/${name}`);
      await page.evaluate(() => { for (const fold of document.querySelectorAll('details:not([name])')) fold.open = true; });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${name} is ${beyond} pixels too wide at ${width}`);
    }
  }
  await close(page);
});

test('on a phone the text begins above 300 pixels, and what one touches is 44 pixels high', async () => {
  const page = await open('meeting.html', LOOKS.phone);
  assert.ok(await page.locator('h1').evaluate((title) => title.getBoundingClientRect().top) < 300);
  const small = await page.locator('.mast :is(a, summary, button, input), .actions summary, .toc a, .peek summary, .chips a, .pager a, .foot li a').evaluateAll((controls) => controls
    .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 43.5).map((control) => `${control.outerHTML.slice(0, 90)} ${control.getBoundingClientRect().height}`));
  assert.deepEqual(small, []);
  await close(page);
});

test('style, scripts and the fonts of a first visit are under 100 kB, compressed', async () => {
  let total = 0;
  for (const name of FIRST) {
    const bytes = await readFile(join(site.assets, name));
    total += name.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length;
  }
  console.log(`# ${total} bytes`);
  assert.ok(total < FIRST_VISIT_MAX, `${total} bytes`);
});

test('only the fonts that a page needs are fetched, and they move nothing', async () => {
  const page = await open('meeting.html');
  const { fonts, shift } = await page.evaluate(async () => {
    const shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput).map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
    await document.fonts.ready;
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    return { fonts: performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.woff2')).map((name) => name.split('/').at(-1)).sort(), shift: shifts.reduce((sum, value) => sum + value, 0) };
  });
  assert.deepEqual(fonts, ['bold.woff2', 'quote.woff2', 'text.woff2', 'title.woff2']);
  assert.ok(shift < 0.02, `layout shift ${shift}`);
  await close(page);
});

test('sources are beside claims on wide screens, and folded on a phone until opened', async () => {
  const wide = await open('paper.html');
  assert.ok(await wide.locator('.claim .lines').first().isVisible());
  await close(wide);
  const phone = await open('paper.html', LOOKS.phone);
  assert.ok(!await phone.locator('.claim .lines').first().isVisible());
  await phone.locator('.claim .peek summary').first().click();
  assert.ok(await phone.locator('.claim .lines').first().isVisible());
  await phone.getByRole('button', { name: 'All sources' }).first().click();
  assert.ok(await phone.locator('#arguments .lines').last().isVisible());
  await close(phone);
});

test('everything can be read without a script', async () => {
  const page = await open('paper.html', { ...LOOKS.phone, javaScriptEnabled: false });
  await page.locator('.claim .peek summary').first().click();
  assert.ok(await page.locator('.claim .lines').first().isVisible());
  assert.ok(!await page.locator('.nav').isVisible());
  await page.locator('.menu summary').click();
  assert.ok(await page.locator('.nav').isVisible());
  await close(page);
});

test('print has the sources and no controls', async () => {
  const page = await open('paper.html');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.ok(await page.locator('.claim .lines').first().isVisible());
  for (const control of ['.mast', '.actions', '.theme-box', '.fields']) assert.ok(!await page.locator(control).first().isVisible(), control);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
  await close(page);
});

test('the choice of colours is stored and set before the next page is painted', async () => {
  const page = await open('paper.html', { colorScheme: 'light' });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByLabel('Colours').selectOption('dark');
  const dark = await background();
  assert.notEqual(dark, light);
  await page.goto(`${site.base}/decision.html`);
  assert.equal(await background(), dark);
  await page.getByLabel('Colours').selectOption('as the system');
  assert.equal(await background(), light);
  await close(page);
});

test('"/" goes to the search, Escape closes a panel and returns the focus', async () => {
  const page = await open('paper.html');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.type('a/b');
  assert.equal(await page.locator('#q').inputValue(), 'a/b');
  await page.locator('.actions summary').first().focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.panel').first().isVisible());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  assert.ok(!await page.locator('.panel').first().isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Cite');
  await close(page);
});

test('"?" shows the keys, and Escape returns to where one was', async () => {
  const page = await open('paper.html');
  await page.locator('.actions summary').first().focus();
  await page.keyboard.press('?');
  assert.ok(await page.getByRole('dialog', { name: 'Keys' }).isVisible());
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Cite');
  await page.locator('#q').focus();
  await page.keyboard.type('?');
  assert.equal(await page.getByRole('dialog').count(), 0);
  await close(page);
});

test('a copy button copies the citation', async () => {
  const page = await open('paper.html', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('.actions summary').first().click();
  await page.locator('.panel .copy').first().click();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^CSCAP Study Group\. \(2006/);
  await close(page);
});

test('a range of lines is marked, and the first of them is in view', async () => {
  const page = await open('document.html#L115-L120');
  assert.equal(await page.locator('.reader .on').count(), 6);
  assert.ok(await page.locator('#L115').evaluate((line) => line.getBoundingClientRect().top < innerHeight && line.getBoundingClientRect().top > 0));
  await page.evaluate(() => { location.hash = '#L3'; });
  await page.waitForFunction(() => document.querySelectorAll('.reader .on').length === 1);
  await close(page);
});

test('an end of the flow lights its curves', async () => {
  const page = await open('meeting.html');
  await page.locator('.to li a').first().focus();
  assert.ok(await page.locator('.curves path.on').count() > 0);
  await page.locator('#q').focus();
  assert.equal(await page.locator('.curves path.on').count(), 0);
  await close(page);
});

test('an old address of the dashboard leads to the page', async () => {
  const page = await open('archive.html');
  await page.route('**/papers/*', (route) => route.fulfill({ contentType: 'text/html', body: '<title>there</title>' }));
  await page.goto(`${site.base}/archive.html?x#/papers/beijing-2006-paper-04`);
  await page.waitForURL('**/papers/beijing-2006-paper-04');
  await close(page);
});
