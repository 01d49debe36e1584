/* A typed client that is generated from the OpenAPI description. A TypeScript program compiles against it and gets answers; one with
 * mistakes does not compile. */
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
/* Beside node_modules, where the compiler and node find openapi-fetch. */
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

/* The compiler's output for both programs. It runs once, since it takes most of a minute to read the types. */
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

test("a program compiles against the generated client and gets answers", async () => {
  assert.deepEqual(said.split("\n").filter((line) => /^\w/.test(line) && !line.startsWith("mistakes.ts(")), []);
  const server = await serve();
  try {
    const { stdout } = await run(process.execPath, ["client.js", server.url], { cwd: folder });
    assert.deepEqual(stdout.trim().split("\n"), [
      "15 papers, 2 of them requested",
      "beijing-2006-session-3 has 6 papers, the first by James Cotton",
      "the chair of session 1 is a complete record: true",
      '400: unknown parameter "nonsense"',
      "found a paper",
    ]);
  } finally {
    await server.stop();
  }
});

test("mistakes do not compile", () => {
  for (const [index, line] of mistakes.entries()) assert.match(said, new RegExp(`mistakes\\.ts\\(${index + 4},`), line);
});
