// Redoc and Swagger UI draw the OpenAPI description in a browser, in their time, and without an error.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { PATIENCE, close, launch, open, root } from './browser.mjs';

const require = createRequire(new URL('../node/package.json', import.meta.url));
const program = process.env.RAPPORTEUR_PROGRAM ?? `${root}build/rapporteur`;
const description = execFileSync(program, ['openapi'], { encoding: 'utf8', maxBuffer: 64 << 20 });
const api = JSON.parse(description);
const operations = Object.values(api.paths).map(({ get }) => get.operationId);

// Its logo is on another server.
const redoc = (await readFile(require.resolve('redoc/bundles/redoc.standalone.js'), 'utf8')).replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,');
const page = (script, begin) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>waits</title><link rel="icon" href="data:,">
<div id="drawn"></div><script src="${script}"></script><script>${begin}</script>`;
const files = {
  '/openapi.json': ['application/json', description],
  '/redoc': ['text/html', page('redoc.js', `Redoc.init('openapi.json', {}, document.getElementById('drawn'), (error) => { document.title = error ? String(error) : 'drawn'; })`)],
  '/redoc.js': ['text/javascript', redoc],
  '/swagger': ['text/html', page('swagger.js', `SwaggerUIBundle({ url: 'openapi.json', dom_id: '#drawn', onComplete() { document.title = 'drawn'; } })`)],
  '/swagger.js': ['text/javascript', await readFile(require.resolve('swagger-ui-dist/swagger-ui-bundle.js'))],
};

let browser;
let server;
let base;
before(async () => {
  server = createServer((request, response) => {
    const [type, content] = files[request.url] ?? ['text/plain', ''];
    response.writeHead(content ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(content);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  base = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function draw(address) {
  const drawn = await open(browser, base, address);
  await drawn.waitForFunction(() => document.title !== 'waits', undefined, { timeout: PATIENCE });
  assert.equal(await drawn.title(), 'drawn');
  return drawn;
}

test('Redoc draws every operation', { timeout: 2 * PATIENCE }, async () => {
  const drawn = await draw('redoc');
  for (const operation of operations) assert.ok(await drawn.locator(`[id$="operation/${operation}"]`).count() > 0, operation);
  await close(drawn);
});

test('Swagger UI draws every operation, and opens one with its parameters', { timeout: 2 * PATIENCE }, async () => {
  const drawn = await draw('swagger');
  for (const operation of operations) await drawn.locator(`[id$="-${operation}"]`).first().waitFor({ state: 'attached' });
  assert.equal(await drawn.locator('.errors-wrapper').count(), 0);
  await drawn.locator('[id$="-papers_list"] button').first().click();
  await drawn.locator('[id$="-papers_list"] tr[data-param-name="presenters"]').waitFor();
  assert.ok(await drawn.locator('[id$="-papers_list"] tr[data-param-name]').count() > 25);
  await close(drawn);
});
