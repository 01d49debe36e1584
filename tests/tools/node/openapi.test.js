/* The OpenAPI description: program and server give the same one, and a linter reports nothing. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { print, serve } from "./served.js";

const run = promisify(execFile);
const here = path.dirname(new URL(import.meta.url).pathname);
const tool = (name) => path.join(here, "node_modules/.bin", name);
const text = print("openapi");

let folder, file, server;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "openapi-"));
  file = path.join(folder, "openapi.json");
  writeFileSync(file, text);
  server = await serve();
});
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
});

test("/openapi.json is what the program prints", async () => {
  const answer = await fetch(`${server.url}/openapi.json`);
  assert.equal(answer.headers.get("content-type"), "application/vnd.oai.openapi+json;version=3.1");
  assert.equal(await answer.text(), text);
});

test("redocly lint reports no error and no warning", async () => {
  const { stdout } = await run(tool("redocly"), ["lint", "--config", path.join(here, "redocly.yaml"), "--format", "json", file], {
    maxBuffer: 64 << 20,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  }).catch((error) => error);
  const { totals, problems } = JSON.parse(stdout);
  const said = problems.slice(0, 10).map((problem) => `${problem.ruleId}: ${problem.message} ${problem.location[0]?.pointer}`);
  assert.deepEqual({ errors: totals.errors, warnings: totals.warnings }, { errors: 0, warnings: 0 }, said.join("\n"));
});
