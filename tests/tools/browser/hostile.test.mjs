// Markup in a record is shown as text on every page.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, launch, open, serve } from './browser.mjs';

const EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)> "onload=alert(3) \' &lt;b&gt; javascript:alert(4)';
const sources = [{ document: 'd', lines: '1' }];
const notes = [{ text: EVIL, sources }];
const common = { sources, notes };
const RECORD = {
  documents: [{ id: 'd', title: EVIL, lines: 9, media_type: 'text/plain', url: 'https://example.org/?q=%22onload=alert(5)', ...common }],
  meetings: [{ id: 'm', number: 1, name: EVIL, series: EVIL, status: 'held', start_date: '2001-02-03', venue: EVIL, city: EVIL, summary: EVIL, host: 'o', ...common }],
  organizations: [{ id: 'o', name: EVIL, abbreviation: EVIL, kind: 'committee', attendance: [{ meeting: 'm', status: 'host' }], ...common }],
  people: [{ id: 'p', name: EVIL, honorific_prefix: EVIL, other_names: [EVIL], country: 'FR', represents: 'o', organizations: [{ organization: 'o', position: EVIL }], attendance: [{ meeting: 'm', roles: ['presenter'] }], ...common }],
  sessions: [{ id: 's', number: 1, title: EVIL, kind: 'presentations', meeting: 'm', chair: 'p', summary: EVIL, ...common }],
  papers: [{ id: 'a', number: 1, title: EVIL, session: 's', position: 1, presenters: ['p'], abstract: EVIL, arguments: [{ text: EVIL, sources }], topics: ['t'], ...common }],
  discussions: [{ id: 'q', session: 's', position: 1, kind: 'question', attribution: EVIL, addressed_to: ['p'], text: EVIL, ...common }],
  proposals: [{ id: 'v', number: 1, title: EVIL, text: EVIL, actors: [EVIL], topics: ['t'], related: [{ record: 'papers/a', basis: 'inferred', note: EVIL }], meeting: 'm', session: 's', ...common }],
  topics: [{ id: 't', label: EVIL, description: EVIL, ...common }],
  events: [{ id: 'e', date: '2000~', title: EVIL, description: EVIL, meeting: 'm', ...common }],
};
const PAGES = ['', 'meetings', 'meetings/m/people', 'search?q=script', ...Object.entries(RECORD).flatMap(([name, [{ id }]]) => [name, `${name}/${id}`])];
let folder;
let browser;
let server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-hostile-'));
  await writeFile(join(folder, 'hostile.json'), JSON.stringify(RECORD));
  server = await serve('--data', join(folder, 'hostile.json'));
  browser = await launch();
});

after(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

test('markup in a record is text on every page', async () => {
  const page = await open(browser, server.base);
  for (const address of PAGES) {
    await page.open(address);
    const found = await page.evaluate(() => ({
      elements: document.querySelectorAll('main script:not([type="application/ld+json"]), main img, main b:not(:has(bdi)), [onload], [onerror]').length,
      links: [...document.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href')).filter((href) => !/^(#|\/|https:\/\/example\.org\/)/.test(href)),
      shown: document.querySelector('main').textContent.includes('<script>alert(1)</script><img src=x onerror=alert(2)> "onload=alert(3)'),
    }));
    assert.deepEqual(found, { elements: 0, links: [], shown: address.startsWith('search') ? found.shown : true }, address);
  }
  await close(page);
});

test('markup in an address is text, too', async () => {
  const page = await open(browser, server.base, `search?q=${encodeURIComponent(EVIL)}`);
  assert.equal(await page.locator('main input[name=q]').inputValue(), EVIL);
  assert.equal(await page.locator('main img').count(), 0);
  await page.open(`meetings/m/proposals?actors=${encodeURIComponent('<img src=x onerror=alert(6)>')}`);
  assert.equal(await page.locator('main img').count(), 0);
  await close(page);
});
