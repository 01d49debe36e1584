// usage: node picture.mjs FILE - writes the picture of the dashboard in README to FILE.
import { close, launch, open, serve } from './browser.mjs';

const server = await serve();
const browser = await launch();
const page = await open(browser, server.base, '#/', { viewport: { width: 1200, height: 860 }, reducedMotion: 'reduce' });
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: process.argv[2] });
await close(page);
await browser.close();
await server.stop();
