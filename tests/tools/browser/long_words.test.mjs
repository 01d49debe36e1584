// A word of 120 letters and more in every text of a record breaks the layout of no page on a phone.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, launch, open, root, serve } from './browser.mjs';

const WORD = 'Donaudampfschifffahrt'.repeat(6);
const TEXTS = /^(name|title|label|text|description|city|venue|summary|abstract|position)$/;
let folder;
let browser;
let server;

/** Replaces every text by a long word. */
function lengthen(value) {
  for (const [name, member] of Object.entries(value ?? {})) {
    if (typeof member === 'string' && TEXTS.test(name)) value[name] = WORD + name;
    else if (typeof member === 'object') lengthen(member);
  }
  return value;
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-long-'));
  const record = JSON.parse(await readFile(join(root, 'tests/cases/valid/two-meetings.json'), 'utf8'));
  await writeFile(join(folder, 'record.json'), JSON.stringify(lengthen(record)));
  server = await serve('--data', join(folder, 'record.json'));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true });
});

test('no page is wider than a phone', async () => {
  const page = await open(browser, server.base, '', { viewport: { width: 390, height: 844 } });
  const sitemap = await (await fetch(`${server.base}/sitemap.xml`)).text();
  const addresses = [...sitemap.matchAll(/<loc>[^<]*:\d+\/([^<]*)/g)].map(([, address]) => address);
  assert.ok(addresses.length > 20);
  for (const address of [...addresses, 'search?q=donau*']) {
    await page.open(address);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, `/${address}`);
  }
  await close(page);
});
