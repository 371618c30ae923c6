// Shrinks a wasm module and its glue together: what the page never calls goes from both, and the names that
// tie them to each other, long and hashed as wasm-bindgen writes them, become one or two letters.
//   node scripts/shrink.mjs DIR     reads app.js and app_bg.wasm, writes glue.js and named.wasm
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = (name) => join(process.argv[2], name);
// Features one by one: --all-features writes compact imports, which browsers refuse.
const FEATURES = ['--mvp-features', '--enable-mutable-globals'];
const PAGE = ['--bundle', '--target=chrome64,safari12', '--supported:destructuring=true', '--charset=utf8', '--log-level=warning'];
const MODULE = '"./app_bg.js"';

// These two alone keep classes that nothing makes.
const written = readFileSync(file('app.js'), 'utf8')
  .replace(/^if \(Symbol\.dispose\).*\n/gm, '')
  .replace(/new FinalizationRegistry\(/g, '/* @__PURE__ */ $&');
writeFileSync(file('app_used.js'), written);
writeFileSync(file('entry.js'), 'import init from "./app_used.js";\nwindow.__start = init;\n');
let glue = run('esbuild', file('entry.js'), ...PAGE, '--format=esm', '--define:import.meta.url=""');

const exported = [...new Set([...glue.matchAll(/\bwasm\.(\w+)/g)].map((found) => found[1]))];
writeFileSync(file('graph.json'), JSON.stringify([
  { name: 'page', root: true, reaches: exported.map((name) => `export ${name}`) },
  ...exported.map((name) => ({ name: `export ${name}`, export: name })),
]));
run('wasm-metadce', file('app_bg.wasm'), '-g', ...FEATURES, `--graph-file=${file('graph.json')}`, '-o', file('used.wasm'));
// Twice, because the second finds more; nobody's data lies in the first KB of memory, which the stack ends above;
// in the order of their names, functions that are alike lie side by side and compress better.
const renamed = JSON.parse(run('wasm-opt', file('used.wasm'), '-Os', '-Oz', '--low-memory-unused', '-g', ...FEATURES,
  '--reorder-functions-by-name', '--minify-imports-and-exports-and-modules', '-o', file('named.wasm')));

const short = { imports: {}, exports: {} };
for (const [, from, to] of renamed.imports) short.imports[from] = to;
for (const [from, to] of renamed.exports) short.exports[from] = to;

// esbuild prints one import as `    name: function(…) {` down to a brace as far in, or as a name on one line.
const names = new Set();
glue = glue.replace(/^( +)(__wb\w+): (?:function\b[^]*?^\1\}|.*?),?\n/gm, (whole, _, name) => {
  if (!short.imports[name]) return '';
  names.add(name);
  return whole.replace(name, `"${short.imports[name]}"`);
});
glue = glue.replace(/\bwasm\.(\w+)/g, (whole, name) => {
  names.add(name);
  return `wasm["${short.exports[name]}"]`;
});
const lost = [...Object.keys(short.imports), ...Object.keys(short.exports)].filter((name) => !names.has(name));
if (lost.length || glue.split(MODULE).length !== 2) throw new Error(`the glue has changed its form: ${lost}`);
writeFileSync(file('short.js'), glue.replace(MODULE, '"a"'));
run('esbuild', file('short.js'), ...PAGE, '--minify', '--format=iife', `--outfile=${file('glue.js')}`);

function run(command, ...options) {
  return execFileSync(command, options, { encoding: 'utf8', maxBuffer: 1 << 28 });
}
