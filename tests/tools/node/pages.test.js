/* The HTML of every kind of page, tested with an independent checker. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { records } from "./page_kinds.js";
import { serve } from "./served.js";

/* The rules of the HTML standard. The two that are off are about taste: the length of a title, and spaces at the end of a line. */
const checker = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "long-title": "off", "no-trailing-whitespace": "off" },
});

const servers = {};
before(async () => {
  for (const [name, { options }] of Object.entries(records)) servers[name] = await serve(...options);
});
after(async () => {
  for (const server of Object.values(servers)) await server.stop();
});

/* Returns what the checker finds in a page. */
async function faults(record, kind, address) {
  const response = await fetch(`${servers[record].url}/${address}`, { headers: { accept: "text/html" } });
  assert.match(response.headers.get("content-type"), /^text\/html\b/, `${record}: ${kind}`);
  const { results } = await checker.validateString(await response.text());
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${kind} (${address}:${line}:${column}): ${ruleId}: ${message}`),
  );
}

for (const [record, { pages }] of Object.entries(records)) {
  test(`${record}: every kind of page is valid HTML`, async () => {
    const found = [];
    for (const [kind, address] of Object.entries(pages)) found.push(...(await faults(record, kind, address)));
    assert.deepEqual(found, []);
  });
}

/* Returns the text of each match of the first group. */
const all = (html, pattern) => [...html.matchAll(pattern)].map((match) => match[1]);

for (const [record, { pages }] of Object.entries(records)) {
  test(`${record}: the data block of a page says what the record is in schema.org`, async () => {
    let blocks = 0;
    for (const [kind, address] of Object.entries(pages)) {
      const response = await fetch(`${servers[record].url}/${address}`, { headers: { accept: "text/html" } });
      const html = await response.text();
      const found = all(html, /<script type="application\/ld\+json">([^]*?)<\/script>/g).map((text) => JSON.parse(text));
      for (const block of found) {
        assert.equal(block["@context"], "https://schema.org", kind);
        if (kind !== "home") assert.match(response.headers.get("link"), new RegExp(`<https://schema.org/${block["@type"]}>; rel="type"`), kind);
        assert.ok(block.name && block["@id"], kind);
      }
      blocks += found.length;
      for (const title of all(html, /<span class="Z3988" title="([^"]*)">/g)) {
        const object = new URLSearchParams(title.replaceAll("&amp;", "&"));
        assert.equal(object.get("ctx_ver"), "Z39.88-2004");
        assert.ok(object.get("rft.atitle") ?? object.get("rft.btitle") ?? object.get("rft.title"), kind);
      }
    }
    assert.ok(blocks > 0);
  });
}
