// Turns wasm2js output into a classic script for pages that may not compile WebAssembly: engines before Chrome 97 and
// Safari 16 block it under a policy without 'unsafe-eval', and lockdown mode has none at all.
//   node scripts/plain.mjs < module.js > script.js
import { readFileSync } from 'node:fs';

let code = readFileSync(0, 'utf8');

/** The patches below know wasm2js word by word; another version of it must fail here, not in somebody's phone. */
function replace(from, to) {
  const parts = code.split(from);
  if (parts.length !== 2) throw new Error(`wasm2js has changed: ${parts.length - 1} times «${from}»`);
  code = parts.join(to);
}

// A module's imports and exports become the function `asmFunc`, which takes the one and answers the other.
code = code.replace(/^import .*\n/gm, '');
code = code.slice(0, code.indexOf('var retasmFunc ='));

// A trap must look like one, so that the boot script can tell.
replace("throw new Error('abort');", 'throw new Trap();');

// Growing a real memory detaches the old buffer, and the glue finds out by that. Sending it away detaches it too.
replace('buffer = newBuffer;', 'new MessageChannel().port1.postMessage(0, [buffer]); buffer = newBuffer;');

process.stdout.write(`${code}
function Trap() { this.stack = new Error('unreachable').stack; }
window.WebAssembly = {
  Module: function () {},
  Instance: function () {},
  RuntimeError: Trap,
  instantiate: function (start, imports) { return Promise.resolve({ instance: { exports: start(imports) } }); }
};
window.__plain = asmFunc;
`);
