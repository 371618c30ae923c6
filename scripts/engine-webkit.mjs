// Drives WebKitGTK's MiniBrowser over WebDriver, on a display of its own.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';

/** The MiniBrowser of this machine, or undefined. */
export function miniBrowser() {
  const homes = [`/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`, '/usr/lib', '/usr/libexec'];
  for (const home of homes) {
    for (const version of ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']) {
      try {
        if (readdirSync(`${home}/${version}`).includes('MiniBrowser')) return `${home}/${version}/MiniBrowser`;
      } catch { /* not there */ }
    }
  }
}

/** Opens `url` in `binary` and answers { run(source), complaints, close() } like `openChromium`. */
export async function openWebKit(binary, { url }) {
  const port = await freePort();
  // A group of its own: xvfb-run's X server and the driver's browser must end with it.
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { stdio: 'ignore', detached: true });
  let alive = true;
  const gone = new Promise((done) => driver.once('exit', done).once('error', done)).then(() => { alive = false; });

  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(value.message || value.error);
    return value;
  };
  let session;
  const close = async () => {
    if (session) await call('DELETE', session).catch(() => {});
    if (alive) process.kill(-driver.pid);
    await gone;
  };
  try {
    while (alive && !(await call('GET', '/status').catch(() => null))) await new Promise((done) => setTimeout(done, 100));
    const alwaysMatch = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch } });
    session = `/session/${sessionId}`;
    await call('POST', `${session}/timeouts`, { script: 60000 });
    await call('POST', `${session}/window/rect`, { width: 390, height: 844 });
    await call('POST', `${session}/url`, { url });
  } catch (error) {
    await close();
    throw error;
  }
  const run = async (source) => {
    const script = `var done = arguments[0];
      (${source}).then(function (value) { done({ value: value }); }, function (error) { done({ error: String(error) }); });`;
    const { value, error } = await call('POST', `${session}/execute/async`, { script, args: [] });
    if (error) throw new Error(error);
    return value;
  };
  return { run, complaints: [], close };
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
