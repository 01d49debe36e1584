// A static site of the sample pages, with the files of the looks as the program exports them and the policy of the pages.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { samplePages } from './sample_pages.mjs';

const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.txt': 'text/plain', '.woff2': 'font/woff2' };
const POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/** Exports the record with `program` and serves the pages. Returns {base, assets, stop}: its URL, the path of the looks, a function. */
export async function serveSamples(program) {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-looks-'));
  const exported = spawnSync(program, ['export', join(folder, 'site')], { encoding: 'utf8' });
  if (exported.status !== 0) throw new Error(exported.stderr);
  const versions = readdirSync(join(folder, 'site/assets'));
  const version = versions.find((name) => existsSync(join(folder, 'site/assets', name, 'site.css')));
  const assets = `/assets/${version}`;
  const pages = samplePages(assets);
  const server = http.createServer(({ url }, response) => {
    const path = new URL(url, 'http://site').pathname;
    const body = pages[path.slice(1)] ?? (path.startsWith(assets) && existsSync(join(folder, 'site', path)) ? readFileSync(join(folder, 'site', path)) : null);
    response.writeHead(body ? 200 : 404, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain', 'Content-Security-Policy': POLICY });
    response.end(body ?? '');
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    assets: join(folder, 'site', assets),
    names: Object.keys(pages),
    stop: () => { server.closeAllConnections(); server.close(); rmSync(folder, { recursive: true }); },
  };
}
