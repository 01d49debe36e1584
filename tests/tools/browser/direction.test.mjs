// Text of another direction, and characters that set one, do not change the order of what stands beside them.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, launch, open, serve } from './browser.mjs';

const ARABIC = 'ليلى حداد';
const HEBREW = 'נועם לוי 3';
const OVERRIDE = '\u202eCarl Dahl'; // RLO, which nothing ends
const ESCAPE = '\u2069\u202eEva Falk'; // PDI would end the isolate around it
const OPEN = '\u2067Gerd Holm'; // RLI, which nothing ends
const NAMES = [OVERRIDE, 'Anna Berg', ARABIC, HEBREW, ESCAPE, OPEN, 'Bo Ek'];
const sources = [{ document: 'minutes', lines: '1' }];
const people = NAMES.map((name, at) => ({ id: `p${at}`, name, other_names: [`${name} 1`, 'Other 2'], memberships: [{ organization: 'o', post: name }], attendance: [{ meeting: 'm', roles: ['participant'] }], represents: 'o', sources }));
const everybody = people.map(({ id }) => id);
const RECORD = {
  documents: [{ id: 'minutes', title: OVERRIDE, lines: 9, sources }],
  organizations: [{ id: 'o', name: ESCAPE, kind: 'committee', country: 'SE', attendance: [{ meeting: 'm', status: 'attended' }], sources }],
  meetings: [{ id: 'm', name: OVERRIDE, status: 'held', series: ARABIC, number: 3, city: OVERRIDE, venue: HEBREW, country: 'SE', start_date: '2031-05-03', summary: ARABIC, sources }],
  people,
  topics: [{ id: 't0', label: OVERRIDE, sources }, { id: 't1', label: 'Tide', sources }, { id: 't2', label: ARABIC, sources }],
  sessions: [{ id: 's1', meeting: 'm', number: 1, title: HEBREW, chair: 'p0', sources }, { id: 's2', meeting: 'm', number: 2, title: OVERRIDE, chair: 'p2', sources }],
  papers: [{ id: 'a', number: 1, session: 's1', position: 1, title: OVERRIDE, abstract: `${ARABIC}، Berg 12`, presenters: everybody, topics: ['t0', 't1', 't2'], sources }],
  discussions: [{ id: 'd', session: 's1', position: 1, kind: 'question', speaker: 'p0', addressed_to: everybody.slice(1), text: ESCAPE, sources }],
  proposals: [{ id: 'v', meeting: 'm', number: 1, title: HEBREW, text: OVERRIDE, actors: NAMES, topics: ['t2', 't0', 't1'], related: [{ record: 'papers/a', basis: 'inferred', note: OPEN }], sources }],
  events: [{ id: 'e', meeting: 'm', title: OVERRIDE, date: '2031-05-01', certainty: 'certain', sources }],
};
let folder;
let browser;
let server;
let page;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-direction-'));
  await writeFile(join(folder, 'record.json'), JSON.stringify(RECORD));
  server = await serve('--data', join(folder, 'record.json'));
  browser = await launch();
  page = await open(browser, server.base, '', { viewport: { width: 1600, height: 1000 } });
});

after(async () => {
  await close(page);
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Returns {pairs, wrong}: the number of neighbours on one line that were compared, and those that stand in the wrong order. */
function neighbours() {
  const rectangles = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  const wrong = [];
  let pairs = 0;
  for (const parent of document.querySelectorAll('header, header *, main, main *')) {
    if (getComputedStyle(parent).direction !== 'ltr' || parent.closest('.hits [dir=auto]')) continue; // a snippet's text is one text
    const shown = [...parent.childNodes].filter((node) => node.textContent.trim() && !node.classList?.contains('vh')).map((node) => [node, rectangles(node)]).filter(([, found]) => found.length);
    for (let at = 1; at < shown.length; at += 1) {
      const [[first, before], [second, behind]] = [shown[at - 1], shown[at]];
      if (before.length > 1 && new Set(before.map(({ top }) => top)).size > 1) continue; // more than a line
      const right = Math.max(...before.map((one) => one.right));
      const left = Math.min(...behind.map((one) => one.left));
      if (behind[0].top >= (before[0].top + before[0].bottom) / 2 || new Set(behind.map(({ top }) => top)).size > 1) continue;
      pairs += 1;
      if (right > left + 1) wrong.push(`${parent.className || parent.localName}: "${first.textContent}" and "${second.textContent}"`);
    }
  }
  return { pairs, wrong };
}

for (const [address, least] of [['', 12], ['meetings', 2], ['sessions/s1', 4], ['meetings/m/people', 1], ['papers/a', 12], ['people/p4', 4], ['proposals/v', 4],
  ['topics/t0', 2], ['organizations/o', 4], ['discussions/d', 6], ['search?q=Carl', 4]]) {
  test(`/${address}: every text has its place, whatever its direction`, async () => {
    await page.open(address);
    const { pairs, wrong } = await page.evaluate(neighbours);
    assert.deepEqual(wrong, []);
    assert.ok(pairs >= least, `only ${pairs} neighbours were compared`);
  });
}

test('a paragraph of right-to-left text begins at the right', async () => {
  await page.open('papers/a');
  assert.equal(await page.locator('p', { hasText: ARABIC }).first().evaluate((element) => getComputedStyle(element).direction), 'rtl');
});
