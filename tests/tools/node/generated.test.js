/* Clients that two generators make of the OpenAPI description send every list so that the server reads it as it is meant: commas
 * between the values separate, and commas in a value do not. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import createClient from "openapi-fetch";
import { print, serve, source } from "./served.js";

const run = promisify(execFile);
const here = path.dirname(new URL(import.meta.url).pathname);
const tool = (name) => path.join(here, "node_modules/.bin", name);
/* Beside node_modules, where node finds the packages that generated programs import. */
const folder = path.join(here, "generated-lists");
const data = ["data/beijing-2006.json", "data/examples/port-fable.json", "tests/tools/node/commas.json"].flatMap((file) => ["--data", path.join(source, file)]);
const api = JSON.parse(print("openapi", ...data));

const resolve = (part) => (part?.$ref ? part.$ref.slice(2).split("/").reduce((at, name) => at[name], api) : part);
const isList = (parameter) => parameter.style === "form" && parameter.explode === false;

let server;
/* The clients: each requests a path with query parameters, and returns the JSON. */
const clients = {};
before(async () => {
  server = await serve(...data);
  mkdirSync(folder, { recursive: true });
  clients["openapi-fetch"] = fetchClient();
  clients.oazapfts = await oazapftsClient();
});
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function fetchClient() {
  const querySerializer = { array: { style: "form", explode: false }, object: { style: "form", explode: true } };
  const client = createClient({ baseUrl: server.url, querySerializer });
  return async (pattern, query) => (await client.GET(pattern, { params: { query } })).data;
}

/* The names of functions and arguments are those of the description in camel case, some of them after a dollar sign. */
const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

async function oazapftsClient() {
  writeFileSync(path.join(folder, "package.json"), '{"type": "module"}');
  writeFileSync(path.join(folder, "openapi.json"), JSON.stringify(api));
  await run(tool("oazapfts"), ["openapi.json", "client.ts"], { cwd: folder });
  await run(tool("tsc"), ["--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext", "--typeRoots", "none", "--lib", "es2022,dom,dom.iterable",
    "client.ts"], { cwd: folder }).catch((error) => assert.fail(error.stdout));
  const client = await import(path.join(folder, "client.js"));
  client.defaults.baseUrl = server.url;
  return async (pattern, query) => {
    const { get } = api.paths[pattern];
    const named = Object.entries(query).flatMap(([name, value]) => [[camel(name), value], [`$${name}`, value]]);
    const required = get.parameters.map(resolve).filter((parameter) => parameter.required).map((parameter) => query[parameter.name]);
    return (await client[camel(get.operationId)](...required, Object.fromEntries(named))).data;
  };
}

async function ask(pattern, query) {
  const answer = await fetch(`${server.url}${pattern}?${query}`);
  assert.equal(answer.status, 200, `${pattern}?${query}`);
  return answer.json();
}

/* Returns two values for a list: named ones, or values of records, those with commas first. */
async function valuesOf(pattern, parameter) {
  const items = resolve(parameter.schema.items);
  const named = (items.anyOf ? resolve(items.anyOf[0]) : items).enum;
  const { meta } = await ask(pattern, `facet=${parameter.name}&limit=0`).catch(() => ({}));
  const found = meta?.facets[parameter.name]?.map(({ value }) => value) ?? [];
  found.sort((a, b) => String(b).includes(",") - String(a).includes(","));
  return (["sort", "fields", "include", "facet"].includes(parameter.name) ? named : found).slice(0, 2);
}

const ids = ({ data: records }) => records.map(({ id }) => id).sort();
const encoded = (values) => values.map(encodeURIComponent).join();

/* Expects that a filter by several values selects the records that have any of them. */
async function expectUnion(client, pattern, name, values) {
  const each = await Promise.all(values.map((value) => ask(pattern, `limit=1000&${name}=${encodeURIComponent(value)}`)));
  const expected = [...new Set(each.flatMap(ids))].sort();
  assert.ok(each.every(({ meta }) => meta.total > 0), `${pattern} has no ${name} of ${values}`);
  assert.deepEqual(ids(await client(pattern, { limit: 1000, [name]: values })), expected, `${pattern} ${name}: ${values}`);
}

async function expectSame(client, pattern, query) {
  const target = Object.entries(query).map(([name, value]) => `${name}=${encoded([value].flat())}`).join("&");
  const expected = await ask(pattern, target), got = await client(pattern, query);
  assert.deepEqual([got.data, got.meta], [expected.data, expected.meta], target);
}

for (const name of ["openapi-fetch", "oazapfts"]) {
  test(`a client of ${name} gets the right answer for every list parameter of every collection`, { timeout: 300_000 }, async () => {
    const client = clients[name];
    let lists = 0, commas = 0;
    for (const [pattern, { get }] of Object.entries(api.paths)) {
      if (!get.operationId.endsWith("_list")) continue;
      for (const parameter of get.parameters.map(resolve).filter(isList)) {
        const values = await valuesOf(pattern, parameter);
        if (values.length === 0) continue; // no record has a value
        lists++;
        commas += values.some((value) => String(value).includes(","));
        if (["sort", "fields", "include", "facet"].includes(parameter.name)) await expectSame(client, pattern, { limit: 20, [parameter.name]: values });
        else await expectUnion(client, pattern, parameter.name, values);
      }
    }
    assert.ok(lists > 200 && commas > 30, `${lists} lists, ${commas} of them with commas`);
  });

  test(`a client of ${name} gets the right answer for every list parameter of a search and a comparison`, async () => {
    const client = clients[name];
    for (const query of [{ type: ["paper", "proposal"] }, { meeting: ["beijing-2006", "commas-2019"] }, { year: [2006, 2019] },
      { topic: ["sanctions", "sand-and-silt"] }, { person: ["tj-pempel", "king-jr"] }])
      await expectSame(client, "/search", { q: "energy", ...query });
    const expected = await ask("/compare", "people=tj-pempel,james-cotton");
    assert.deepEqual((await client("/compare", { people: ["tj-pempel", "james-cotton"] })).people, expected.people);
  });

  /* PostgREST/postgrest#701, booklore-app/booklore#2717 */
  test(`a client of ${name} finds one person by a name with a comma, not those with its parts`, async () => {
    assert.deepEqual(ids(await clients[name]("/people", { name: ["King, Jr."] })), ["king-jr"]);
    assert.deepEqual(ids(await clients[name]("/people", { name: ["King, Jr.", "King"] })), ["king", "king-jr"]);
    assert.deepEqual(ids(await clients[name]("/people", { filters: { name__startswith: "King," } })), ["king-jr"]);
    assert.deepEqual(ids(await clients[name]("/people", { filters: { "name__not": "King, Jr.", name__contains: "jr" } })), ["jr"]);
  });
}
