// usage: node pictures.mjs FOLDER - writes the pictures of docs/pages.md to FOLDER.
import { close, launch, open, root, serve } from './browser.mjs';

const COUNCIL = ['--data', `${root}data/examples/port-fable.json`];
const PICTURES = [
  { name: 'meeting', flags: [], address: '', width: 1440, height: 900 },
  { name: 'document', flags: COUNCIL, address: 'documents/port-fable-2031-03-11-minutes.html', width: 1440, height: 900 },
  { name: 'decision', flags: COUNCIL, address: 'decisions/port-fable-2031-03-11-decision-2031-14.html', width: 820, height: 1000 },
  { name: 'schedule', flags: ['--data', `${root}tests/cases/import/schedules/tides.xml`], address: '', width: 820, height: 1000, dark: true },
  { name: 'search', flags: [], address: 'search.html?q=energy', width: 820, height: 1000 },
  { name: 'home', flags: ['--data', `${root}tests/cases/valid/two-meetings.json`], address: '', width: 390, height: 844, dark: true },
];

const browser = await launch();
for (const { name, flags, address, width, height, dark } of PICTURES) {
  const server = await serve(...flags);
  const page = await open(browser, server.base, address, {
    viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce',
  });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${process.argv[2]}/${name}.png` });
  await close(page);
  await server.stop();
}
await browser.close();
