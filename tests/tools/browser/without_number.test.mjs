// Sessions, papers and proposals need no number: the views name them in another way, and lead to each of them.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, launch, open, serve } from './browser.mjs';

const sources = [{ document: 'minutes', lines: '1' }];
// A number is required only among siblings, so one of the sessions is within the other.
const RECORD = {
  documents: [{ id: 'minutes', title: 'Minutes', lines: 9, sources }],
  meetings: [{ id: 'm', name: 'Harbour Day', status: 'held', start_date: '2031-05-03', sources }],
  people: [{ id: 'ann', name: 'Ann', attendance: [{ meeting: 'm', roles: ['participant'] }], sources }],
  sessions: [{ id: 'day', meeting: 'm', title: 'The whole day', sources }, { id: 'block', meeting: 'm', parent: 'day', kind: 'talks', sources }],
  papers: [{ id: 'paper', session: 'day', kind: 'talk', presenters: ['ann'], sources }, { id: 'film', meeting: 'm', title: 'Waves', kind: 'film', sources }],
  discussions: [{ id: 'point', session: 'block', position: 1, speaker: 'ann', text: 'Why?', sources }],
  proposals: [{ id: 'proposal', meeting: 'm', session: 'day', title: 'Lamps', text: 'More lamps.', sources }],
};
let folder;
let browser;
let server;
let page;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-number-'));
  await writeFile(join(folder, 'record.json'), JSON.stringify(RECORD));
  server = await serve('--data', join(folder, 'record.json'));
  browser = await launch();
  page = await open(browser, server.base);
});

after(async () => {
  await close(page);
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

test('no view shows a number that the record does not have', async () => {
  for (const address of ['#/', '#/meetings/m/programme', '#/meetings/m/programme?session=block', '#/meetings/m/people', '#/meetings/m/people?show=sessions', '#/meetings/m/proposals',
    '#/sessions/block', '#/papers/paper', '#/papers/film', '#/discussions/point', '#/proposals/proposal']) {
    await page.open(address);
    const shown = await page.evaluate(() => [document.title, document.querySelector('main').innerText, ...[...document.querySelectorAll('main *')].flatMap((element) => [...element.attributes].map(({ value }) => value))]);
    assert.deepEqual(shown.filter((text) => /null|undefined|NaN/.test(text)), [], address);
  }
});

test('a session without a number can be chosen', async () => {
  await page.open('#/meetings/m/programme');
  await page.locator('.contents a:not([aria-current])').click();
  await page.settled();
  assert.match(page.url(), /session=day/);
  assert.match(await page.locator('main').innerText(), /Talk without a title/);
  await page.open('#/discussions/point');
  await page.locator('a.button').click();
  await page.settled();
  assert.match(page.url(), /session=block/);
  assert.match(await page.locator('main').innerText(), /Why\?/);
  await page.open('#/papers/paper');
  await page.locator('a.button').click();
  await page.settled();
  assert.match(page.url(), /session=day/);
});
