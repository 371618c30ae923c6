// Drives one Chromium, of any age, over the DevTools protocol.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// npm's `ws`: Node has a WebSocket of its own only since version 22.
const WebSocket = createRequire(`${process.env.NODE_PATH}/`)('ws');

/** Opens `url` in `binary` and answers { run(source), complaints, close() }; `run` evaluates a promise to its value. */
export async function openChromium(binary, { old, url }) {
  const profile = mkdtempSync(join(tmpdir(), 'minishop-engine-'));
  const flags = [old ? '--headless' : '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'];
  if (old) flags.push('--single-process', '--no-zygote');
  else flags.push('--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync');
  flags.push('--window-size=390,844', `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank');
  // A group of its own, so that its children end with it.
  const browser = spawn(binary, flags, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: { ...process.env, TMPDIR: profile } });
  const gone = new Promise((done) => browser.once('exit', done));

  const close = async () => {
    process.kill(-browser.pid, 'SIGKILL');
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const page = await connect(await debuggerOf(browser));
    await page.send('Page.enable');
    await page.send('Runtime.enable');
    await page.send('Log.enable');
    await page.send('Page.navigate', { url });
    return { run: (source) => page.evaluate(source), complaints: page.complaints, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address of the first page's debugger, from what the browser prints when it is up. */
async function debuggerOf(browser) {
  let printed = '';
  const port = await new Promise((done, failed) => {
    browser.stderr.on('data', (text) => {
      printed += text;
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(printed);
      if (found) done(found[1]);
    });
    browser.once('exit', () => failed(new Error(`the browser ended: ${printed.trim().slice(-300)}`)));
  });
  for (;;) {
    const targets = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
    const page = targets.find((target) => target.type === 'page');
    if (page) return page.webSocketDebuggerUrl;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function connect(address) {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const waiting = new Map();
  const complaints = [];
  let last = 0;
  socket.on('message', (text) => {
    const { id, result, error, method, params } = JSON.parse(text);
    if (id) {
      const { done, failed } = waiting.get(id);
      waiting.delete(id);
      if (error) failed(new Error(error.message)); else done(result);
    } else if (method === 'Runtime.exceptionThrown') {
      const { text: what, exception } = params.exceptionDetails;
      complaints.push(exception?.description ?? what);
    } else if (method === 'Log.entryAdded' && params.entry.level === 'error') {
      complaints.push([params.entry.text, params.entry.url].filter(Boolean).join(' '));
    }
  });
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  const send = (method, params = {}) => new Promise((done, failed) => {
    waiting.set(++last, { done, failed });
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  const evaluate = async (expression) => {
    const { result, exceptionDetails: fault } =
      await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (fault) throw new Error(fault.exception?.description ?? fault.text);
    return result.value;
  };
  return { send, evaluate, complaints };
}
