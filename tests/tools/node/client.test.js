/* A typed client made from the OpenAPI description: a program in TypeScript compiles against it, one with
 * mistakes does not, and what it asks is answered. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { print, serve } from "./served.js";

const run = promisify(execFile);
const here = path.dirname(new URL(import.meta.url).pathname);
const tool = (name) => path.join(here, "node_modules/.bin", name);
/* Beside node_modules, where the compiler and node look for openapi-fetch. */
const folder = path.join(here, "generated");

const mistakes = [
  'client.GET("/paper", {})',
  'client.GET("/papers", { params: { query: { limit: "all" } } })',
  'client.GET("/papers", { params: { query: { sort: ["titel"] } } })',
  'client.GET("/papers/{id}", {})',
  'client.GET("/search", {})',
];
const head = 'import createClient from "openapi-fetch";\nimport type { paths } from "./api.js";\nconst client = createClient<paths>();\n';
const options = ["--strict", "--skipLibCheck", "--noUnusedLocals", "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "nodenext",
  "--typeRoots", "none", "--lib", "es2022,dom,dom.iterable"];

/* What the compiler says of both programs. It takes most of a minute to read the types, so it reads them once. */
let said;

before(async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{"type": "module"}');
  writeFileSync(path.join(folder, "openapi.json"), print("openapi"));
  await run(tool("openapi-typescript"), ["openapi.json", "-o", "api.ts"], { cwd: folder });
  copyFileSync(path.join(here, "client.ts"), path.join(folder, "client.ts"));
  writeFileSync(path.join(folder, "mistakes.ts"), head + mistakes.map((line) => `${line};\n`).join(""));
  said = await run(tool("tsc"), [...options, "client.ts", "mistakes.ts"], { cwd: folder }).then(
    () => "",
    (error) => error.stdout,
  );
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("a program compiles against the generated client and is answered", async () => {
  assert.deepEqual(said.split("\n").filter((line) => /^\w/.test(line) && !line.startsWith("mistakes.ts(")), []);
  const server = await serve();
  try {
    const { stdout } = await run(process.execPath, ["client.js", server.url], { cwd: folder });
    assert.deepEqual(stdout.trim().split("\n"), [
      "15 papers, 2 of them asked for",
      "beijing-2006-session-3 has 6 papers, the first by James Cotton",
      "the chair of session 1 is whole: true",
      '400: unknown parameter "nonsense"',
      "found a paper",
    ]);
  } finally {
    await server.stop();
  }
});

test("what the description does not have does not compile", () => {
  for (const [index, line] of mistakes.entries()) assert.match(said, new RegExp(`mistakes\\.ts\\(${index + 4},`), line);
});
