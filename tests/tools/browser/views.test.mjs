// Each view of the shipped record: its content, and the address that leads to it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, eventually, launch, open, serve } from './browser.mjs';

const MEETING = '#/meetings/beijing-2006';
let browser;
let server;
let page;

before(async () => {
  server = await serve();
  browser = await launch();
  page = await open(browser, server.base);
});

after(async () => {
  await close(page);
  await browser.close();
  await server.stop();
});

const text = () => page.locator('main').innerText();

async function shows(address, ...texts) {
  await page.open(address);
  const shown = (await text()).replace(/\s+/g, ' ');
  for (const one of texts) assert.ok(shown.includes(one), `${address} does not show "${one}": ${shown.slice(0, 3000)}`);
}

test('the first view summarises the meeting and compares stated with listed numbers', async () => {
  await shows('#/', 'Third Expert Meeting of the CSCAP Study Group', '28–29 April 2006', 'Beijing New Plaza Hotel', 'CSCAP China', '26 participants',
    '22 named; 4 unnamed', '9 listed, as many as stated; 2 invited, absent', '5 presentations without a title', '4 participants counted but not named');
});

test('the programme shows a session with its chair, presentations in order, arguments and discussion', async () => {
  await shows(`${MEETING}/programme?session=3`, 'Chaired by Jin Guihua', 'James Cotton', 'reworked from', 'arguments', 'Discussion', 'Update without a title');
  const numbers = await page.locator('.paper > .number').allInnerTexts();
  assert.deepEqual(numbers, ['7', '8', '9', '10', '11', '12']);
  assert.match(await page.locator('.point.question .parties').first().innerText(), /Question.*→.*Shen Shishun/s);
  await page.locator('.arguments summary').first().click();
  assert.ok(await page.locator('.arguments[open] .sources').count() > 0, 'each argument has a source');
});

test('people are shown by country and by role, and a filter is part of the address', async () => {
  await shows(`${MEETING}/people`, 'By country', 'By role', '22 people of 22', 'T. J. Pempel');
  await page.locator('.chart-table summary').first().click();
  await page.locator('.chart-table a', { hasText: 'Japan' }).click();
  await eventually(text, (shown) => shown.includes('3 people of 22'));
  assert.match(page.url(), /country=JP/);
  await page.goBack();
  await eventually(text, (shown) => shown.includes('22 people of 22'));
  await shows(`${MEETING}/people?role=co_chair`, '4 people of 22');
});

test('charts are drawn', async () => {
  await page.open(`${MEETING}/people`);
  await eventually(() => page.evaluate(() => [...document.querySelectorAll('canvas')].map((canvas) => globalThis.Chart?.getChart(canvas)?.getDatasetMeta(0).data.length ?? 0)), ([first]) => first === 10);
});

test('roles are shown by session, with links to them', async () => {
  await shows(`${MEETING}/people?show=sessions`, 'Session 1', 'Session 5', 'chair', 'paper 1');
  await page.locator('a.did', { hasText: 'paper 1' }).first().click();
  await eventually(() => page.url(), (url) => /programme\?session=\d&at=beijing-2006-paper/.test(url));
  await page.waitForSelector('.paper[data-at]');
});

test('committees that attended and committees that did not are shown', async () => {
  await shows(`${MEETING}/people?show=committees`, 'Host', 'CSCAP China', 'Invited, did not come', 'CSCAP Mongolia', 'Spoke for it', 'Where people work');
});

test('proposals are grouped by topic, with actors and related records', async () => {
  await shows(`${MEETING}/proposals`, 'Cooperative security', 'To act', 'nobody is named', 'Takes up', 'inferred');
  assert.equal(await page.locator('.proposal').count(), 15);
  await shows(`${MEETING}/proposals?actors=China`, 'A more direct role for China as mediator');
  assert.equal(await page.locator('.proposal').count(), 3);
});

test('the time line shows events before and after, and marks uncertain dates', async () => {
  await shows(`${MEETING}/timeline`, 'Before', 'The meeting', 'After', 'Without a date', 'The 1990s and after', 'date not exact', 'planned', 'December 2006');
});

test('every card of every view has a source with lines of a document', async () => {
  for (const view of ['programme?session=1', 'people', 'people?show=committees', 'proposals', 'timeline']) {
    await page.open(`${MEETING}/${view}`);
    const bare = await page.locator('.paper, .point, .person, .proposal, .event:not(.meeting-itself)').evaluateAll((cards) => cards.filter((card) => !card.querySelector('.sources')).length);
    assert.equal(bare, 0, view);
  }
  await page.locator('.sources summary').first().click();
  assert.match(await page.locator('.sources[open]').innerText(), /Lines? \d+.* of Report on the Third Expert Meeting/s);
});

test('a record has its own page, with notes and related records', async () => {
  await shows('#/people/shen-shishun', 'Shen Shishun', 'Partly inferred'.toLowerCase(), 'Director of Asia-Pacific Studies', 'Not given');
  await page.locator('.relation summary', { hasText: 'Papers' }).click();
  await eventually(() => page.locator('.relation[open] .short-list li').count(), (number) => number === 1);
  await shows('#/papers/beijing-2006-paper-04', 'arguments', 'Show among the sessions');
});

test('meetings can be switched', async () => {
  await page.open('#/');
  await page.locator('#switcher').click();
  await eventually(text, (shown) => shown.includes('First Study Group meeting (Tokyo)'));
  await page.locator('.meeting-row', { hasText: 'First Study Group meeting (Tokyo)' }).click();
  await eventually(() => page.locator('h1').innerText(), (shown) => shown === 'First Study Group meeting (Tokyo)');
  await shows('#/meetings/tokyo-first/programme', 'The record has no sessions of this meeting');
});

test('each panel shows its request as a command that can be copied and works', async () => {
  await page.open(`${MEETING}/proposals`);
  await page.locator('.requests summary').first().click();
  const line = await page.locator('.request-line code').innerText();
  const [, url] = /^curl -s '(http:[^']+)'$/.exec(line);
  const answer = await (await fetch(url)).json();
  assert.equal(answer.meta.total, 15);
});

test('a missing record is reported with the problem from the server', async () => {
  const lost = await open(browser, server.base);
  await lost.goto(`${server.base}/#/papers/no-such-paper`);
  const alert = lost.locator('[role=alert]');
  await alert.waitFor();
  assert.match(await alert.innerText(), /404 Not Found.*\/papers has no record "no-such-paper"/s);
  lost.faults = lost.faults.filter((fault) => !fault.includes('404')); // logged by the browser itself
  await close(lost);
});
