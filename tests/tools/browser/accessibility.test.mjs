// axe-core finds nothing to object to, in no view, light or dark, wide or on a phone; and nothing is wider than the phone.
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

// Folded parts are looked at unfolded.
const unfold = (page) => page.evaluate(() => document.querySelectorAll('details:not(.relation)').forEach((details) => { details.open = true; }));

// What is said of contrast depends on the colours alone, and all else on the size alone.
const LOOKS = {
  'desktop, light': [{ viewport: { width: 1440, height: 900 }, colorScheme: 'light' }, (axe) => axe],
  'desktop, dark': [{ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }, (axe) => axe.withRules(['color-contrast'])],
  'phone': [{ viewport: { width: 390, height: 844 }, colorScheme: 'light' }, (axe) => axe.disableRules(['color-contrast'])],
};

for (const [look, [context, choose]] of Object.entries(LOOKS)) {
  test(`axe has nothing to say: ${look}`, async () => {
    const page = await open(browser, server.base, '#/', { ...context, reducedMotion: 'reduce' });
    for (const view of VIEWS) {
      await page.open(view);
      await unfold(page);
      const { violations } = await choose(new AxeBuilder({ page })).setLegacyMode().analyze(); // there are no frames
      assert.deepEqual(violations.map(({ id, nodes }) => `${view} ${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join('\n')}`), []);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${view} is ${beyond} pixels too wide`);
    }
    await close(page);
  });
}
