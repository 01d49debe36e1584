/* The JSON Schema of data files, as an independent validator reads it. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { print, source } from "./served.js";

const validate = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(print("schema")),
);

const cases = path.join(source, "tests/cases");
const namesIn = (folder) => readdirSync(path.join(cases, folder)).sort();

/* What is wrong with a file in structure: that it is no JSON, or what the schema says; "" where nothing is. */
function structuralFault(file) {
  let record;
  try {
    record = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file)));
  } catch (error) {
    return `no JSON: ${error.message}`;
  }
  return validate(record) ? "" : validate.errors.map((error) => `${error.instancePath} ${error.message}`).join("; ");
}

function filesOf(name) {
  const folder = path.join(cases, "invalid", name);
  if (!statSync(path.join(folder, "input"), { throwIfNoEntry: false })) return [path.join(folder, "input.json")];
  return readdirSync(path.join(folder, "input")).map((file) => path.join(folder, "input", file));
}

test("the schema accepts the record that ships and every valid case", () => {
  assert.equal(structuralFault(path.join(source, "data/beijing-2006.json")), "");
  for (const name of namesIn("valid")) assert.equal(structuralFault(path.join(cases, "valid", name)), "", name);
});

test("the schema accepts the example that data/README.md shows", () => {
  const readme = readFileSync(path.join(source, "data/README.md"), "utf8");
  const example = /```json\n([^]*?)```/.exec(readme)[1];
  assert.ok(validate(JSON.parse(example)), JSON.stringify(validate.errors));
});

test("the schema rejects every invalid case but exactly those that are wrong in meaning alone", () => {
  const listed = readFileSync(path.join(cases, "wrong-in-meaning"), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split(":")[0]);
  const accepted = namesIn("invalid").filter((name) => filesOf(name).every((file) => structuralFault(file) === ""));
  assert.deepEqual(accepted, listed.sort());
  assert.ok(namesIn("invalid").length - accepted.length > 40);
});
