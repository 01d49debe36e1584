/* Every answer must conform to the OpenAPI description: its status, media type, required header fields, and the schema of its body.
 * Each path is requested in each media type and with each of its parameters. */
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { print, serve, source } from "./served.js";

/* Together the two records have a record of every type. */
const data = ["beijing-2006.json", "examples/port-fable.json"].flatMap((file) => ["--data", path.join(source, "data", file)]);
const api = JSON.parse(print("openapi", ...data));
const ajv = new Ajv2020.default({ strict: false, validateFormats: false, validateSchema: false });
ajv.addSchema(api, "api");

let server;
before(async () => {
  server = await serve(...data);
});
after(() => server?.stop());

const resolve = (part) =>
  part?.$ref ? part.$ref.slice(2).split("/").reduce((at, name) => at[name.replaceAll("~1", "/").replaceAll("~0", "~")], api) : part;
const escape = (name) => name.replaceAll("~", "~0").replaceAll("/", "~1");

const validators = new Map();
function validatorOf(pointer) {
  if (!validators.has(pointer)) validators.set(pointer, ajv.compile({ $ref: `api#${pointer}` }));
  return validators.get(pointer);
}

/* Returns the key of the response to a status of a path: problems that have no response of their own share one. */
const keyOf = (pattern, status) => (status in api.paths[pattern].get.responses || status < 400 ? status : "default");

/* Returns the JSON Pointer of the response to a status of a path. */
function pointerOf(pattern, status) {
  const key = keyOf(pattern, status);
  const response = api.paths[pattern].get.responses[key];
  return response?.$ref ? response.$ref.slice(1) : `/paths/${escape(pattern)}/get/responses/${key}`;
}

/* Returns a media type without its parameters. */
const essence = (type) => type.replace(/;.*/, "");

/* Returns all differences between an answer and its description. */
async function violations(pattern, answer) {
  const response = resolve(api.paths[pattern].get.responses[keyOf(pattern, answer.status)]);
  if (!response) return [`status ${answer.status} is not described`];
  const found = Object.entries(response.headers ?? {})
    .filter(([name, header]) => resolve(header).required && !answer.headers.has(name))
    .map(([name]) => `no header field ${name}`);
  const body = await answer.text();
  if (!response.content) return body && answer.status !== 304 ? [...found, "a body is not described"] : found;
  const type = essence(answer.headers.get("content-type") ?? "");
  const described = Object.keys(response.content).find((one) => essence(one) === type);
  if (!described) return [...found, `${type} is not described`];
  if (type === "application/json" && !response.content[described].schema) return [...found, "its JSON has no schema"];
  if (!/[/+]json$/.test(type) || !response.content[described].schema) return found;
  const validate = validatorOf(`${pointerOf(pattern, answer.status)}/content/${escape(described)}/schema`);
  if (!validate(JSON.parse(body))) found.push(...validate.errors.slice(0, 3).map((error) => `${error.instancePath} ${error.message}`));
  return found;
}

/* The values of required parameters, and of those that must name a record or a field. */
const values = {
  q: "energy", people: "tj-pempel,james-cotton", topic: "sanctions",
  sort: "-id", fields: "id", facet: "id", // of relations, whose names depend on the type
};

/* Returns a valid value of a parameter. */
function sample(schema) {
  const whole = resolve(schema);
  if (whole.type === "array") return sample(whole.items);
  if (whole.anyOf) return sample(whole.anyOf[0]);
  if (whole.enum) return whole.enum[0];
  if (whole.type === "integer") return Math.max(whole.minimum ?? 1, 1);
  if (whole.type === "boolean") return true;
  return whole.pattern?.includes("XX") ? "2006" : "a";
}

const encode = (pairs) => new URLSearchParams(pairs).toString();

/* Returns the named values of a list. */
function listed(schema) {
  const items = resolve(schema.items);
  return (items?.anyOf ? resolve(items.anyOf[0]) : items)?.enum;
}

/* The operators of filters. The unit tests try each of them with each field. */
const operators = api.components.parameters.filters.schema.propertyNames.pattern.match(/__\(([a-z|]+)\)/)[1].split("|");

/* Returns queries for a path: one without optional parameters, and one for each value of each parameter. Values of filters are
 * divided among the paths. */
function queriesOf(operation, share, shares) {
  const parameters = (operation.parameters ?? []).map(resolve).filter((parameter) => parameter.in === "query");
  const required = parameters.filter((parameter) => parameter.required).map((parameter) => [parameter.name, values[parameter.name]]);
  const queries = parameters.flatMap((parameter) => {
    if (parameter.required) return [];
    if (parameter.name === "filters") return operators.map((operator) => [[`id__${operator}`, operator === "isnull" ? "true" : "a"]]);
    if (!listed(parameter.schema)) return [[...required, [parameter.name, values[parameter.name] ?? sample(parameter.schema)]]];
    const some = listed(parameter.schema).filter((value, i) => i % shares === share || i === 0);
    return some.map((value) => [...required, [parameter.name, value]]);
  });
  return [required, ...queries].map(encode);
}

/* The built-in record does not have the text of its document, nor the times of the papers of its meetings. */
const isLacking = (pattern, type) =>
  (pattern === "/documents/{id}" && type === "text/plain") ||
  (pattern === "/meetings/{id}" && type.includes("schedule"));

const isOfEveryType = (type) => /^(text\/(html|csv)|application\/(json|x-ndjson|ld\+json))$/.test(type);

/* Returns the targets of a path without its query: with the id of the first record, and for a relation each that the record has. */
async function targetsOf(pattern) {
  if (!pattern.includes("{id}")) return [pattern];
  const collections = pattern.includes("{collection}") ? api.components.parameters.collection.schema.enum : [pattern.split("/")[1]];
  const targets = [];
  for (const collection of collections) {
    const { data } = await (await fetch(`${server.url}/${collection}?limit=1&fields=id`)).json();
    const { self, ...relations } = data[0].links;
    targets.push(...(pattern.includes("{relation}") ? Object.values(relations) : [self]));
  }
  return targets;
}

async function* requests() {
  for (const [index, [pattern, item]] of Object.entries(api.paths).entries())
    for (const [at, url] of (await targetsOf(pattern)).entries()) {
      const ask = (query, status = 200, headers = {}) => ({ pattern, url: query ? `${url}?${query}` : url, status, headers });
      const relation = pattern.includes("{relation}");
      const queries = queriesOf(item.get, index % 13, 13).filter((query) => !relation || !query.startsWith("include="));
      const { responses } = item.get;
      for (const query of at > 20 ? queries.slice(0, 2) : queries) yield ask(query);
      for (const type of Object.keys(resolve(responses[200]).content)) {
        if (relation && !isOfEveryType(type)) continue;
        yield ask(queries[0], isLacking(pattern, type) ? 406 : 200, { accept: type });
      }
      if (responses[304]) yield ask(queries[0], 406, { "accept-encoding": "*;q=0" });
      if (responses[304]) yield ask(queries[0], 412, { "if-match": '"another"' });
      if (responses[304]) yield ask(queries[0], 304, { "if-none-match": "*" });
      if (responses[404] && pattern.includes("{id}")) {
        yield { pattern, url: url.replace(/^\/([a-z_]+)\/[^/]+/, "/$1/nobody-of-this-name"), status: 404 };
      }
      yield ask("nonsense=1", 400);
    }
}

test("every answer on every path conforms to the description", { timeout: 1_200_000 }, async () => {
  const found = [];
  let sent = 0;
  for await (const { pattern, url, status, headers } of requests()) {
    const answer = await fetch(server.url + url, { headers, redirect: "manual" });
    sent++;
    if (answer.status !== status) found.push(`${url} ${JSON.stringify(headers ?? {})}: ${answer.status}, not ${status}`);
    found.push(...(await violations(pattern, answer)).map((violation) => `${url} ${JSON.stringify(headers ?? {})}: ${violation}`));
    if (found.length > 20) break;
  }
  assert.deepEqual(found, []);
  assert.ok(sent > 1000, `only ${sent} requests`);
});

test("wrong answers are found", async () => {
  const body = await (await fetch(`${server.url}/papers?limit=1`)).json();
  const headers = { "content-type": "application/json" };
  const wrong = async (change) => {
    const changed = structuredClone(body);
    change(changed);
    return (await violations("/papers", new Response(JSON.stringify(changed), { headers }))).length;
  };
  assert.ok((await wrong((page) => delete page.meta)) > 0);
  assert.ok((await wrong((page) => { page.data[0].surplus = 1; })) > 0);
  assert.ok((await wrong((page) => { page.data[0].number = "one"; })) > 0);
  assert.ok((await violations("/papers", new Response("", { status: 302 }))).length > 0);
});
