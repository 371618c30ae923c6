// Lays out dist/: hashed assets, one page per app, each text and wasm file also compressed.
// Files that would not change are left alone, so whoever embeds dist/ need not build again.
//   node scripts/dist.mjs ROOT WORK APP…
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [root, work, ...apps] = process.argv.slice(2);
const dist = join(root, 'dist');
const kept = new Set();

// The buyer's two pages are one document with different code in it.
const DOCUMENT = { buyer: 'index.html', order: 'index.html' };
// Whoever looks into the cart gets the next page's code meanwhile.
const NEXT = { buyer: 'order' };

const code = Object.fromEntries(apps.map((app) => [app, {
  plain: asset(`${app}-plain`, 'js', readFileSync(join(work, app, 'plain.js'))),
  glue: asset(app, 'js', readFileSync(join(work, app, 'glue.js'))),
  wasm: asset(app, 'wasm', readFileSync(join(work, app, 'app.wasm'))),
}]));
for (const app of apps) {
  const document = DOCUMENT[app] ?? `${app}.html`;
  const page = readFileSync(join(root, document), 'utf8');
  const sheets = [...page.matchAll(/rel="css" href="([^"]+)"/g)].map((found) => join(root, found[1]));
  const style = sheets.filter(existsSync).map((sheet) => readFileSync(sheet, 'utf8')).join('\n');
  const files = {
    ...code[app],
    style: asset('style', 'css', esbuild(style, '--loader=css', '--target=chrome69,safari12')),
    next: NEXT[app] ? [code[NEXT[app]].glue, code[NEXT[app]].wasm] : [],
  };
  put(app === 'buyer' ? 'index.html' : `${app}.html`, fill(page, files));
}
sweep(dist);

/** Resolves the development server's `data-trunk` lines to what the build made of them. */
function fill(page, { style, glue, wasm, plain, next }) {
  const source = readFileSync(join(root, 'src/boot.js'), 'utf8');
  const boot = esbuild(source, '--target=es5', ...define({ GLUE: glue, WASM: wasm, PLAIN: plain, NEXT: next }));
  const backend = JSON.stringify(JSON.parse(readFileSync(join(root, 'backend.json'), 'utf8')));
  // Light comes first in the tokens, dark second, as in the page.
  const tokens = readFileSync(join(root, 'style/tokens.css'), 'utf8');
  const pageColours = [...tokens.matchAll(/--page: *([^;]+);/g)].map((found) => found[1]);
  let linked = false;
  const lines = page.split('\n').flatMap((line) => {
    if (line.includes('href="src/boot.js"')) {
      return [`<link rel="preload" as="script" href="${glue}">`, `<script>${boot.trim().replaceAll('</', '<\\/')}</script>`];
    }
    if (line.includes('name="theme-color"')) return line.replace('--page', pageColours.shift());
    if (line.includes('id="backend"')) return line.replace('{}', () => backend.replaceAll('<', '\\u003c'));
    if (!line.includes('data-trunk')) return line;
    if (linked || !line.includes('rel="css"')) return [];
    linked = true;
    return `<link rel="stylesheet" href="${style}">`;
  });
  return lines.join('\n');
}

function define(names) {
  return Object.entries(names).map(([name, value]) => `--define:${name}=${JSON.stringify(value)}`);
}

/** Writes `assets/{app}-{hash}.{kind}` and answers its address. */
function asset(app, kind, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  put(`assets/${app}-${hash}.${kind}`, content);
  return `/assets/${app}-${hash}.${kind}`;
}

function put(name, content) {
  const bytes = Buffer.from(content);
  const file = join(dist, name);
  kept.add(name).add(`${name}.br`).add(`${name}.gz`);
  if (existsSync(`${file}.gz`) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  const brotli = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: brotli }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

function sweep(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sweep(path);
    else if (!kept.has(relative(dist, path))) rmSync(path);
  }
}

function esbuild(text, ...options) {
  const all = ['--minify', '--charset=utf8', '--log-level=warning', ...options];
  return execFileSync('esbuild', all, { input: text, encoding: 'utf8' });
}
