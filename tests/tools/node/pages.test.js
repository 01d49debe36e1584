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
