// The pages behind a proxy that strips a path prefix from requests.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { close, launch, open, serve } from './browser.mjs';

const BASE_PATH = '/archive/record';
let browser;
let server;
let proxy;
const elsewhere = []; // requests outside of the path

function pass(request, response) {
  if (request.url !== BASE_PATH && !request.url.startsWith(`${BASE_PATH}/`)) {
    elsewhere.push(request.url);
    response.writeHead(404).end();
    return;
  }
  const passed = http.request(`${server.base}${request.url.slice(BASE_PATH.length) || '/'}`, { headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  passed.end();
}

before(async () => {
  server = await serve('--base-path', BASE_PATH);
  proxy = http.createServer(pass);
  await new Promise((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
  browser = await launch();
});

after(async () => {
  await browser.close();
  proxy.closeAllConnections();
  proxy.close();
  await server.stop();
});

const base = () => `http://127.0.0.1:${proxy.address().port}${BASE_PATH}`;

test('the home page finds its files, and its links, its search and its old addresses work', async () => {
  const page = await open(browser, base());
  assert.match(await page.locator('h1').innerText(), /^Third Expert Meeting/);
  await page.locator('.nav a', { hasText: 'Papers' }).click();
  await page.waitForURL(`${base()}/meetings/beijing-2006/papers`);
  await page.locator('.rows a').first().click();
  await page.waitForURL(`${base()}/papers/*`);
  await page.locator('#q').fill('energy');
  await page.locator('#q').press('Enter');
  await page.waitForURL(`${base()}/search?q=energy`);
  await page.locator('.foot a', { hasText: 'API reference' }).click();
  await page.waitForURL(`${base()}/docs`);
  await page.goto(`${base()}/#/meetings/beijing-2006/programme`);
  await page.waitForURL(`${base()}/meetings/beijing-2006#programme`);
  await close(page);
  assert.deepEqual(elsewhere, []);
});

test('the address of the home page may end with a slash or not', async () => {
  const page = await open(browser, base());
  await page.goto(base());
  assert.match(await page.locator('h1').innerText(), /^Third Expert Meeting/);
  assert.deepEqual(page.faults.splice(0), [`request to ${base()}`]); // only the page itself is outside of the folder
  await close(page);
  assert.deepEqual(elsewhere, []);
});
