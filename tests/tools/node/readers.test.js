/* Programs that read the OpenAPI description: each of them finishes in its time, and finds nothing wrong. */
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { print, serve } from "./served.js";

const run = promisify(execFile);
const here = path.dirname(new URL(import.meta.url).pathname);
const tool = (name) => path.join(here, "node_modules/.bin", name);
const quiet = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };

/* Milliseconds: ten times what a program takes on a slow machine. With a description of 0.9 MB, Redoc crashed and Prism did not start. */
const LIMIT = 150_000;
const bounded = { timeout: LIMIT, killSignal: "SIGKILL", maxBuffer: 64 << 20, env: quiet };

let folder, file, api, server;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "readers-"));
  file = path.join(folder, "openapi.json");
  const text = print("openapi");
  writeFileSync(file, text);
  api = JSON.parse(text);
  server = await serve();
});
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
});

test("Spectral's rules for OpenAPI report no error and no warning", async () => {
  const rules = path.join(folder, "rules.json");
  writeFileSync(rules, '{"extends": ["spectral:oas"]}');
  const { stdout } = await run(tool("spectral"), ["lint", "-r", rules, "-f", "json", "--quiet", file], bounded).catch((error) => error);
  assert.deepEqual(JSON.parse(stdout), []);
});

test("Redoc 2 draws every operation", async () => {
  const page = path.join(folder, "redoc.html");
  await run(tool("redocly"), ["build-docs", file, "-o", page], bounded);
  const html = readFileSync(page, "utf8");
  for (const item of Object.values(api.paths)) assert.ok(html.includes(`operation/${item.get.operationId}"`), item.get.operationId);
});

/* Returns a port of the loopback address that nobody listens on. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/* Starts Prism, waits until it answers, and returns its URL and a function that stops it. */
async function prism(...commandLine) {
  const port = await freePort();
  const child = spawn(tool("prism"), [...commandLine, "--port", String(port)], { stdio: "ignore", env: quiet });
  const stop = () => child.kill("SIGKILL");
  process.on("exit", stop);
  const url = `http://127.0.0.1:${port}`;
  for (const begun = Date.now(); Date.now() - begun < LIMIT; await new Promise((resolve) => setTimeout(resolve, 200))) {
    if (await fetch(`${url}/livez`).then((answer) => answer.text(), () => false)) return { url, stop };
  }
  stop();
  throw new Error(`Prism does not answer after ${LIMIT / 1000} seconds`);
}

test("Prism answers with examples, and refuses what the description does not allow", async () => {
  const mock = await prism("mock", file);
  try {
    const statusOf = async (target) => (await fetch(mock.url + target)).status;
    for (const target of ["/", "/papers", "/papers/7", "/sessions/3/papers", "/people?name=King%2C%20Jr.,a&sort=-name,id",
      "/papers?title__contains=energy&include=session,session.chair", "/search?q=energy&type=paper,event"])
      assert.equal(await statusOf(target), 200, target);
    for (const target of ["/papers?sort=titel", "/papers?limit=many", "/meetings?kind=a", "/search"])
      assert.equal(await statusOf(target), 400, target);
    const example = await (await fetch(`${mock.url}/meetings`)).json();
    assert.equal(example.data[0].type, "meeting");
  } finally {
    mock.stop();
  }
});

test("Prism in front of the server finds every request and answer valid", async () => {
  const proxy = await prism("proxy", file, server.url, "--errors");
  try {
    const targets = ["/", "/search?q=energy&type=paper,event", "/compare?people=tj-pempel,james-cotton", "/sessions/3/papers?limit=2",
      "/people/tj-pempel/papers", "/sessions?include=papers,papers.presenters", "/papers?fields=title,session&facet=kind&limit=0",
      ...Object.keys(api.paths).filter((pattern) => /^\/[a-z_]+$/.test(pattern) && api.paths[pattern].get.operationId.endsWith("_list"))];
    for (const target of targets) {
      const answer = await fetch(proxy.url + target);
      const body = await answer.text();
      assert.equal(answer.status, 200, `${target}: ${body.slice(0, 500)}`);
      assert.equal(answer.headers.get("sl-violations"), null, target);
    }
  } finally {
    proxy.stop();
  }
});
