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

/* Returns the JSON Pointer of the response to a status of a path. */
function pointerOf(pattern, status) {
  const response = api.paths[pattern].get.responses[status];
  return response?.$ref ? response.$ref.slice(1) : `/paths/${escape(pattern)}/get/responses/${status}`;
}

/* Returns a media type without its parameters. */
const essence = (type) => type.replace(/;.*/, "");

/* Returns all differences between an answer and its description. */
async function violations(pattern, answer) {
  const response = resolve(api.paths[pattern].get.responses[answer.status]);
  if (!response) return [`status ${answer.status} is not described`];
  const found = Object.entries(response.headers ?? {})
    .filter(([name, header]) => resolve(header).required && !answer.headers.has(name))
    .map(([name]) => `no header field ${name}`);
  const body = await answer.text();
  if (!response.content) return body && answer.status !== 304 ? [...found, "a body is not described"] : found;
  const type = essence(answer.headers.get("content-type") ?? "");
  const described = Object.keys(response.content).find((one) => essence(one) === type);
  if (!described) return [...found, `${type} is not described`];
  if (!/[/+]json$/.test(type) || !response.content[described].schema) return found;
  const validate = validatorOf(`${pointerOf(pattern, answer.status)}/content/${escape(described)}/schema`);
  if (!validate(JSON.parse(body))) found.push(...validate.errors.slice(0, 3).map((error) => `${error.instancePath} ${error.message}`));
  return found;
}

/* The values of required parameters, and of those that must name a record. */
const values = { q: "energy", people: "tj-pempel,james-cotton", topic: "sanctions" };

/* Returns a valid value of a parameter. */
function sample(schema) {
  const whole = resolve(schema);
  if (whole.type === "array") return sample(whole.items);
  if (whole.enum) return whole.enum[0];
  if (whole.type === "integer") return Math.max(whole.minimum ?? 1, 1);
  if (whole.type === "boolean") return true;
  return whole.pattern?.includes("XX") ? "2006" : "a";
}

const encode = (pairs) => new URLSearchParams(pairs).toString();

/* Returns queries for a path: one without optional parameters, and one for each value of each parameter. Filters are divided among
 * the paths, so that over all paths each operator is used with each field. */
function queriesOf(operation, share, shares) {
  const parameters = (operation.parameters ?? []).map(resolve).filter((parameter) => parameter.in === "query");
  const required = parameters.filter((parameter) => parameter.required).map((parameter) => [parameter.name, values[parameter.name]]);
  const queries = parameters
    .filter((parameter, index) => index < 8 || index % shares === share)
    .flatMap((parameter) => {
      if (parameter.required) return [];
      const listed = resolve(parameter.schema).items?.enum;
      const some = listed?.filter((value, i) => i % shares === share || i === 0) ?? [values[parameter.name] ?? sample(parameter.schema)];
      return some.map((value) => [...required, [parameter.name, value]]);
    });
  return [required, ...queries].map(encode);
}

/* The built-in record does not have the text of its document, nor the times of the papers of its meetings. */
const isLacking = (pattern, type) =>
  (pattern === "/documents/{id}" && type === "text/plain") ||
  (pattern === "/meetings/{id}" && type.includes("schedule"));

function* requests() {
  for (const [index, [pattern, item]] of Object.entries(api.paths).entries()) {
    const id = item.get.parameters?.map(resolve).find((parameter) => parameter.name === "id")?.example;
    const url = pattern.replace("{id}", id);
    const ask = (query, status = 200, headers = {}) => ({ pattern, url: query ? `${url}?${query}` : url, status, headers });
    const queries = queriesOf(item.get, index % 13, 13);
    for (const query of queries) yield ask(query);
    for (const type of Object.keys(resolve(item.get.responses[200]).content)) {
      yield ask(queries[0], isLacking(pattern, type) ? 406 : 200, { accept: type });
    }
    if (item.get.responses[406]) yield ask(queries[0], 406, { "accept-encoding": "*;q=0" });
    if (item.get.responses[412]) yield ask(queries[0], 412, { "if-match": '"another"' });
    if (item.get.responses[304]) yield ask(queries[0], 304, { "if-none-match": "*" });
    if (item.get.responses[404] && id) yield { pattern, url: pattern.replace("{id}", "nobody-of-this-name"), status: 404 };
    yield ask("nonsense=1", 400);
  }
}

test("every answer on every path conforms to the description", { timeout: 1_200_000 }, async () => {
  const found = [];
  let sent = 0;
  for (const { pattern, url, status, headers } of requests()) {
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
  assert.ok((await violations("/papers", new Response("", { status: 418 }))).length > 0);
});
