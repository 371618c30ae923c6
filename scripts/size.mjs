// Prints what a first visit downloads, and which crates the code comes from. Fails over the budget.
//   node scripts/size.mjs DIST PAGE APP NAMED_WASM BUDGET     the budget in KB of 1024, brotli 11
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const STANDARD = new Set(['core', 'alloc', 'std', 'hashbrown', 'compiler_builtins', 'panic_abort', 'dlmalloc']);
const [dist, document, app, named, kilobytes] = process.argv.slice(2);
const BUDGET = kilobytes * 1024;

const total = parts();
crates(readFileSync(named));
if (total > BUDGET) {
  console.error(`\nOver budget: ${total - BUDGET} bytes too many.`);
  process.exit(1);
}
console.log(`\nWithin the budget of ${BUDGET} bytes (${kilobytes} KB of 1024), ${BUDGET - total} to spare.`);

function parts() {
  const page = readFileSync(join(dist, document), 'utf8');
  const first = (pattern) => pattern.exec(page)[1];
  const files = {
    html: document,
    css: first(/rel="stylesheet" href="\/([^"]+)"/),
    js: first(/rel="preload" as="script" href="\/([^"]+)"/),
    // The page also names the next page's code, which it does not wait for.
    wasm: first(new RegExp(`"/(assets/${app}-[^"]+\\.wasm)"`)),
  };
  const rows = Object.entries(files).map(([part, file]) =>
    [part, ...['', '.gz', '.br'].map((form) => readFileSync(join(dist, file + form)).length)]);
  const sum = ['total', ...[1, 2, 3].map((column) => rows.reduce((all, row) => all + row[column], 0))];
  table([document, 'raw', 'gzip 9', 'brotli 11'], [...rows, sum]);
  return sum[3];
}

function crates(wasm) {
  const { sizes, names, imported, data } = read(wasm);
  const byCrate = new Map();
  sizes.forEach((size, index) => {
    const crate = crateOf(names.get(imported + index) ?? '');
    byCrate.set(crate, (byCrate.get(crate) ?? 0) + size);
  });
  byCrate.set('(data: texts, tables)', data);
  const all = [...byCrate.values()].reduce((sum, size) => sum + size, 0);
  const sorted = [...byCrate].sort((a, b) => b[1] - a[1]);
  const small = sorted.splice(24);
  if (small.length) sorted.push([`(${small.length} more)`, small.reduce((sum, [, size]) => sum + size, 0)]);
  console.log();
  table(['wasm by crate', 'raw', '%'], sorted.map(([crate, size]) => [crate, size, (100 * size / all).toFixed(1)]));
}

/** Names read `<alloc[hash]::vec::Vec<minishop[hash]::Line>>::push`. Generic code belongs to the first crate it was made for. */
function crateOf(name) {
  const crates = [...name.matchAll(/(\w+)\[[0-9a-f]+\]/g)].map((found) => found[1]);
  return crates.find((crate) => !STANDARD.has(crate)) ?? (crates.length ? 'std' : '(glue and other)');
}

/** The sizes of a module's functions, their names, how many functions it imports, and the size of its data. */
function read(wasm) {
  let at = 8;
  const number = () => {
    let value = 0, shift = 0, byte;
    do {
      byte = wasm[at++];
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    return value;
  };
  const text = () => {
    const length = number();
    at += length;
    return wasm.toString('utf8', at - length, at);
  };
  const limits = () => { if (number() & 1) { number(); } number(); };
  const skipImport = [number, () => { at++; limits(); }, limits, () => { at += 2; }];

  const sizes = [], names = new Map();
  let imported = 0, data = 0;
  while (at < wasm.length) {
    const kind = wasm[at++], length = number(), end = at + length;
    if (kind === 2) {
      for (let left = number(); left > 0; left--) {
        text();
        text();
        const what = wasm[at++];
        if (what === 0) imported++;
        skipImport[what]();
      }
    } else if (kind === 10) {
      for (let left = number(); left > 0; left--) {
        const start = at, body = number();
        at += body;
        sizes.push(at - start);
      }
    } else if (kind === 11) {
      data = length;
    } else if (kind === 0 && text() === 'name') {
      while (at < end) {
        const part = wasm[at++], partEnd = number() + at;
        if (part === 1) for (let left = number(); left > 0; left--) names.set(number(), text());
        at = partEnd;
      }
    }
    at = end;
  }
  return { sizes, names, imported, data };
}

function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map((cell) => typeof cell === 'number' ? cell.toLocaleString('en') : cell));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  for (const row of cells) {
    console.log(row.map((cell, column) => column ? cell.padStart(widths[column]) : cell.padEnd(widths[0])).join('  '));
  }
}
