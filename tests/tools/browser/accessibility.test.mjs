// axe-core reports nothing in any view, in light and dark colours, on a desktop and on a phone; and no view is wider than the phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder, close, launch, open, serve } from './browser.mjs';

const MEETING = '#/meetings/beijing-2006';
const VIEWS = ['#/', `${MEETING}/programme?session=3`, `${MEETING}/people`, `${MEETING}/people?show=sessions`, `${MEETING}/people?show=committees`, `${MEETING}/proposals?topics=six-party-talks`,
  `${MEETING}/timeline`, '#/search?q=china', '#/search', '#/meetings', '#/papers/beijing-2006-paper-04', '#/people/shen-shishun'];
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

// Opens all folded parts, so that axe checks them, too.
const unfold = (page) => page.evaluate(() => document.querySelectorAll('details:not(.relation)').forEach((details) => { details.open = true; }));

// Contrast depends only on the colours, all other rules only on the size, so each look needs one of them.
const LOOKS = {
  'desktop, light': [{ viewport: { width: 1440, height: 900 }, colorScheme: 'light' }, (axe) => axe],
  'desktop, dark': [{ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }, (axe) => axe.withRules(['color-contrast'])],
  'phone': [{ viewport: { width: 390, height: 844 }, colorScheme: 'light' }, (axe) => axe.disableRules(['color-contrast'])],
};

for (const [look, [context, choose]] of Object.entries(LOOKS)) {
  test(`axe reports nothing: ${look}`, async () => {
    const page = await open(browser, server.base, '#/', { ...context, reducedMotion: 'reduce' });
    for (const view of VIEWS) {
      await page.open(view);
      await unfold(page);
      const { violations } = await choose(new AxeBuilder({ page })).setLegacyMode().analyze(); // the page has no frames
      assert.deepEqual(violations.map(({ id, nodes }) => `${view} ${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join('\n')}`), []);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${view} is ${beyond} pixels too wide`);
    }
    await close(page);
  });
}
