// Runs scripts/engines-check.js in each engine and prints a table.
//   node scripts/engines.mjs ENGINES_DIR URL
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from './engine-chromium.mjs';
import { miniBrowser, openWebKit } from './engine-webkit.mjs';

const [home, url] = process.argv.slice(2);
const check = readFileSync(new URL('engines-check.js', import.meta.url), 'utf8');
const chromium = (version) => join(home, `chromium-${version}`, 'chromium');
const engines = [
  ['Chromium 69', chromium(69), (binary) => openChromium(binary, { old: true, url })],
  ['Chromium 78', chromium(78), (binary) => openChromium(binary, { old: true, url })],
  ['Chromium today', process.env.CHROME ?? '/usr/bin/chromium', (binary) => openChromium(binary, { url })],
  ['WebKitGTK', miniBrowser(), (binary) => openWebKit(binary, { url })],
];

await answering(url);
let failed = false;
console.log(`${url}\n${row('engine', 'version', 'code', 'goods', 'cart', 'result')}`);
for (const [name, binary, open] of engines) {
  const found = await visit(binary, open);
  console.log(row(name, found.version ?? '', found.code ?? '', found.goods ?? '', found.cart ?? '', found.error ? 'FAILED' : 'ok'));
  if (!found.error) continue;
  failed = true;
  for (const line of [found.error, ...found.complaints]) console.log(`  ${line.split('\n')[0]}`);
}
process.exit(failed ? 1 : 0);

async function answering(address) {
  for (let left = 100; ; left--) {
    const answer = await fetch(address).catch((error) => error);
    if (answer.ok) return;
    if (left === 0) throw new Error(`${address}: ${answer.status ?? answer.cause ?? answer}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function visit(binary, open) {
  if (!binary || !existsSync(binary)) return { error: 'not here: scripts/setup engines', complaints: [] };
  let page;
  try {
    page = await open(binary);
    return { complaints: page.complaints, ...await page.run(check) };
  } catch (error) {
    return { error: String(error), complaints: page?.complaints ?? [] };
  } finally {
    await page?.close();
  }
}

function row(...cells) {
  const widths = [16, 10, 8, 9, 6, 6];
  return cells.map((cell, column) => String(cell).padEnd(widths[column])).join('').trimEnd();
}
