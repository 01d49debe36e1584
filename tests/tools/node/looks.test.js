// The scripts of the pages, as far as they need no browser. They are modules for browsers, so node needs to be told in a copy.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-looks-'));
cpSync(fileURLToPath(new URL('../../../routes/looks', import.meta.url)), folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
after(() => rmSync(folder, { recursive: true }));

const load = (name) => import(pathToFileURL(join(folder, name)));
const { pageOf } = await load('old_address.js');
const { rangeOf } = await load('lines.js');
const { textToCopy } = await load('copying.js');
const { isTyping } = await load('keys.js');
const { distance, fold, parse, prepare, search, snippet, suggest } = await load('text_search.js');

test('an address of the dashboard leads to the page of the same thing', () => {
  const pages = {
    '#/': '',
    '#/meetings': 'meetings',
    '#/meetings?q=energy': 'meetings?q=energy',
    '#/meetings/beijing-2006': 'meetings/beijing-2006',
    '#/meetings/beijing-2006/programme?session=3': 'meetings/beijing-2006#programme',
    '#/meetings/beijing-2006/people?show=committees': 'meetings/beijing-2006#people',
    '#/meetings/beijing-2006/timeline': 'meetings/beijing-2006#before-and-after',
    '#/meetings/beijing-2006/proposals': 'meetings/beijing-2006#outcome',
    '#/meetings/beijing-2006/proposals?at=x': 'meetings/beijing-2006#outcome',
    '#/meetings/beijing-2006/proposals?topics=six-party-talks&at=x': 'meetings/beijing-2006/proposals?topics=six-party-talks',
    '#/meetings/beijing-2006/unknown': 'meetings/beijing-2006',
    '#/search?q=china%20%26%20japan&type=papers': 'search?q=china+%26+japan&type=papers',
    '#/papers/beijing-2006-paper-04': 'papers/beijing-2006-paper-04',
    '#/people/a%2Fb': 'people/a%2Fb',
  };
  for (const [fragment, page] of Object.entries(pages)) assert.equal(pageOf(fragment), page, fragment);
});

test('pages with a suffix get it before parameters and fragment', () => {
  assert.equal(pageOf('#/search?q=china', '.html'), 'search.html?q=china');
  assert.equal(pageOf('#/meetings/m/people', '.html'), 'meetings/m.html#people');
  assert.equal(pageOf('#/', '.html'), '');
});

test('other fragments stay', () => {
  for (const fragment of ['', '#', '#L26', '#programme']) assert.equal(pageOf(fragment), null, fragment);
});

test('an old address leads to no other site', () => {
  for (const fragment of ['#//evil.example/x', '#/https://evil.example', '#/\\evil.example/x', '#/javascript:alert(1)', '#/../../x']) {
    const { origin } = new URL(`./${pageOf(fragment)}`, 'https://record.example/base/');
    assert.equal(origin, 'https://record.example', fragment);
  }
});

test('a fragment names a range of lines, in either order', () => {
  assert.deepEqual(rangeOf('#L26-L42'), { first: 26, last: 42 });
  assert.deepEqual(rangeOf('#L26-42'), { first: 26, last: 42 });
  assert.deepEqual(rangeOf('#L42-L26'), { first: 26, last: 42 });
  assert.deepEqual(rangeOf('#L7'), { first: 7, last: 7 });
  for (const none of ['', '#', '#L', '#L1-', '#x', '#L1-L9999999', '#L12345678', '#/papers/1']) assert.equal(rangeOf(none), null, none);
});

test('a path is copied as a URL, anything else as it is', () => {
  assert.equal(textToCopy('/papers/7', 'https://record.example'), 'https://record.example/papers/7');
  assert.equal(textToCopy("curl '/papers?limit=1'", 'https://record.example'), "curl 'https://record.example/papers?limit=1'");
  assert.equal(textToCopy(' GET /papers?limit=1\n', 'https://record.example'), 'https://record.example/papers?limit=1');
  assert.equal(textToCopy('curl https://record.example/papers', 'https://other.example'), 'curl https://record.example/papers');
  assert.equal(textToCopy('GET it', 'https://record.example'), 'GET it');
});

test('a key is text in a field, and a shortcut of the browser with a modifier', () => {
  for (const tagName of ['INPUT', 'SELECT', 'TEXTAREA']) assert.equal(isTyping({ target: { tagName } }), true);
  assert.equal(isTyping({ target: { tagName: 'DIV', isContentEditable: true } }), true);
  assert.equal(isTyping({ target: { tagName: 'A' }, ctrlKey: true }), true);
  assert.ok(!isTyping({ target: { tagName: 'A' } }));
});

const archive = prepare({
  types: [{ name: 'paper', label: 'Papers', path: 'papers' }, { name: 'person', label: 'People', path: 'people' }],
  records: [
    [0, 'a', 'Paper 1', 'Energy security', 'Nuclear power and coal in Northeast Asia. A treaty is near.'],
    [0, 'b', 'Paper 2', 'Tides', 'Energies of the sea; no coal.'],
    [1, 'c', 'Person', 'Zoë Łukasz-Müller', 'Zoë Łukasz-Müller'],
    [1, 'd', 'Person', '王', '北京大学的教授'],
  ],
});
const found = (query, type) => search(archive, query, type).hits.map(({ id }) => id);

test('a search in files finds all words, without case, accents and endings', () => {
  assert.equal(fold('Łukasz ＭÜller Straße'), 'lukasz muller strasse');
  assert.deepEqual(found('ENERGY'), ['a', 'b']);
  assert.deepEqual(found('energies coal'), ['a', 'b']);
  assert.deepEqual(found('zoe lukasz'), ['c']);
  assert.deepEqual(found('nuclear tides'), []);
  assert.deepEqual(found('北京'), ['d']);
  assert.deepEqual(found('   '), []);
});

test('a search in files knows phrases, prefixes, words that are not to be there, and types', () => {
  assert.deepEqual(found('"no coal"'), ['b']);
  assert.deepEqual(found('"coal no"'), []);
  assert.deepEqual(found('nucl*'), ['a']);
  assert.deepEqual(found('coal -tides'), ['a']);
  assert.deepEqual(found('-coal'), []);
  assert.deepEqual(found('energy', 'person'), []);
  assert.deepEqual([...search(archive, 'energy', 'person').byType.values()], [2]);
  for (const query of ['"', '-', '*', '""', 'a"b', '( ) AND']) assert.ok(parse(query));
});

test('a snippet of a search in files is around the first word, and marks the words', () => {
  const parts = snippet(`${'before '.repeat(40)}Nuclear power. ${'after '.repeat(80)}`, 'nuclear');
  assert.deepEqual(parts.filter((part) => part.found).map(({ text }) => text), ['Nuclear']);
  const whole = parts.map(({ text }) => text).join('');
  assert.match(whole, /^… before .*Nuclear power\. after .* …$/);
  assert.ok(whole.length < 300);
  assert.equal(snippet('Short.', 'missing').map(({ text }) => text).join(''), 'Short.');
});

test('the distance of two words counts edits and swaps of neighbours up to a limit', () => {
  assert.equal(distance('tides', 'tides', 2), 0);
  assert.equal(distance('tied', 'tide', 2), 1);
  assert.equal(distance('tde', 'tide', 2), 1);
  assert.equal(distance('coast', 'coal', 2), 2);
  assert.equal(distance('energy', 'sea', 2), 3);
});

test('a search in files that finds nothing suggests the nearest words', () => {
  assert.equal(suggest(archive, 'enrgy secruity'), 'energy security');
  assert.equal(suggest(archive, 'Nulcear coal'), 'nuclear coal');
  assert.equal(suggest(archive, 'muler'), 'muller');
  assert.equal(suggest(archive, 'xyzzy'), null);
  assert.equal(suggest(archive, 'energy treaty müller'), null, 'there is nothing to correct');
  assert.equal(suggest(archive, 'enrgy müller'), null, 'the nearest word finds nothing either');
  assert.equal(suggest(archive, '"enrgy" nucl* -cola'), null, 'phrases, prefixes and excluded words stay');
  assert.equal(suggest(archive, '京北'), null);
});

test('a suggestion takes little time in an archive of many words', () => {
  const text = Array.from({ length: 100_000 }, (_, i) => `word${i.toString(36)}`).join(' ');
  const large = prepare({ types: [{ name: 'paper' }], records: [[0, 'a', 'Paper', 'Long', `${text} security`]] });
  const start = performance.now();
  assert.equal(suggest(large, 'secruity'), 'security');
  assert.ok(performance.now() - start < 2000);
});
