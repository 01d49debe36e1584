// A word of 120 letters and more in every text of a record breaks the layout of no page on a phone.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, launch, open, root, serve } from './browser.mjs';

const WORD = 'Donaudampfschifffahrt'.repeat(6);
const RECORDS = ['tests/cases/valid/two-meetings.json', 'data/examples/port-fable.json']; // the second has speakers on a topic
const TEXTS = /^(name|title|label|text|description|city|venue|summary|abstract|position)$/;
let folder;
let browser;
const servers = [];

/** Replaces every text by a long word. A file beside the record is not read. */
function lengthen(value) {
  for (const [name, member] of Object.entries(value ?? {})) {
    if (typeof member === 'string' && TEXTS.test(name)) value[name] = WORD + name;
    else if (typeof member === 'object') lengthen(member);
    else if (name === 'text_file') delete value[name];
  }
  return value;
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-long-'));
  for (const name of RECORDS) {
    const record = JSON.parse(await readFile(join(root, name), 'utf8'));
    const file = join(folder, `record-${servers.length}.json`);
    await writeFile(file, JSON.stringify(lengthen(record)));
    servers.push(await serve('--data', file));
  }
  browser = await launch();
});

after(async () => {
  await browser?.close();
  for (const server of servers) await server.stop();
  await rm(folder, { recursive: true });
});

test('no page is wider than a phone', async () => {
  for (const { base } of servers) {
    const page = await open(browser, base, '', { viewport: { width: 390, height: 844 } });
    const sitemap = await (await fetch(`${base}/sitemap.xml`)).text();
    const addresses = [...sitemap.matchAll(/<loc>[^<]*:\d+\/([^<]*)/g)].map(([, address]) => address);
    assert.ok(addresses.length > 20);
    for (const address of [...addresses, 'search?q=donau*']) {
      await page.open(address);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, `/${address}`);
    }
    await close(page);
  }
});
