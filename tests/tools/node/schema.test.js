/* The JSON Schema of data files, tested with an independent validator. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { print, source } from "./served.js";

/* strictRequired would demand that each branch of "anyOf" repeats the properties that it requires. */
const validate = new Ajv2020.default({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  JSON.parse(print("schema")),
);

const cases = path.join(source, "tests/cases");
const namesIn = (folder) => readdirSync(path.join(cases, folder)).sort();

/* Returns the faults in the structure of a file: that it is not JSON, or the errors of the schema; "" if there are none. */
function structuralFault(file) {
  let record;
  try {
    record = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file)));
  } catch (error) {
    return `not JSON: ${error.message}`;
  }
  return validate(record) ? "" : validate.errors.map((error) => `${error.instancePath} ${error.message}`).join("; ");
}

function filesOf(name) {
  const folder = path.join(cases, "invalid", name);
  if (!statSync(path.join(folder, "input"), { throwIfNoEntry: false })) return [path.join(folder, "input.json")];
  return readdirSync(path.join(folder, "input")).map((file) => path.join(folder, "input", file));
}

test("the schema accepts the shipped record and every valid case", () => {
  assert.equal(structuralFault(path.join(source, "data/beijing-2006.json")), "");
  for (const name of namesIn("valid")) assert.equal(structuralFault(path.join(cases, "valid", name)), "", name);
});

test("the schema accepts the example in data/README.md", () => {
  const readme = readFileSync(path.join(source, "data/README.md"), "utf8");
  const example = /```json\n([^]*?)```/.exec(readme)[1];
  assert.ok(validate(JSON.parse(example)), JSON.stringify(validate.errors));
});

test("the schema rejects every invalid case except those in tests/cases/wrong-in-meaning", () => {
  const listed = readFileSync(path.join(cases, "wrong-in-meaning"), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split(":")[0]);
  const accepted = namesIn("invalid").filter((name) => filesOf(name).every((file) => structuralFault(file) === ""));
  assert.deepEqual(accepted, listed.sort());
  assert.ok(namesIn("invalid").length - accepted.length > 40);
});
