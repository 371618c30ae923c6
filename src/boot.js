// The page's one inline script, written in ES5 so that an engine too old for the app can still say so in words.
// It runs before the style sheet is here: the first screen's data and the code leave together, right after the HTML.
// WASM, GLUE, PLAIN and NEXT are put in by scripts/dist.mjs; where they are missing, the development server starts the app.
(function () {
  var language;
  try { language = localStorage.getItem('ms:lang'); } catch (e) { /* storage may be forbidden */ }
  document.documentElement.lang = /^zh/i.test(language || navigator.language || '') ? 'zh' : 'en';

  // A shop's first call in this tab says how the buyer came: by a number typed or a code read at the door (the app puts
  // that into window.__via), by a code that led here, or by a link. Where nothing can be remembered, nothing is said.
  window.__visit = function (path) {
    var shop = /^.shops.\d+/.exec(path);
    try {
      if (shop && !sessionStorage[shop]) {
        sessionStorage[shop] = 1;
        path += '?via=' + (window.__via || (/\bs=qr\b/.test(location.search) ? 'qr' : 'link'));
        window.__via = '';
      }
    } catch (e) { /* storage may be forbidden */ }
    return path;
  };

  var able = window.fetch && window.Promise;
  if (able) ask();
  if (typeof WASM !== 'undefined') {
    if (able) start(); else fail();
  }

  // window.__first: the answer the first screen will ask for, already on its way.
  function ask() {
    var here = location.pathname;
    var shop = /^\/(\d{6})(?:\/(?:g\/([^/]+)|cart|checkout))?\/?$/.exec(here);
    var order = /^\/o\/([^/]+)\/?$/.exec(here);
    var path = shop ? '/shops/' + shop[1] + (shop[2] ? '/goods/' + shop[2] : '') : order && '/orders/' + order[1];
    var backend = document.getElementById('backend');
    if (!path || !backend) return;
    var answer = fetch(JSON.parse(backend.textContent).api + window.__visit(path)).then(function (reply) {
      return reply.text().then(function (text) { return { status: reply.status, text: text }; });
    });
    answer.catch(function () { /* whoever takes the answer sees the failure; nobody taking it is no error */ });
    window.__first = { path: path, answer: answer };
  }

  function start() {
    // Chromium 69 and 70 and Safari 12 lack these two.
    if (!window.globalThis) window.globalThis = window;
    if (!window.queueMicrotask) window.queueMicrotask = function (job) { Promise.resolve().then(job); };

    // The app calls it where the next page is near: its code is then here when the buyer goes on.
    var next = NEXT;
    window.__soon = function () {
      next.splice(0).forEach(function (address) {
        var link = document.createElement('link');
        link.rel = 'prefetch';
        link.href = address;
        document.head.appendChild(link);
      });
    };

    window.addEventListener('error', function (event) { trapped(event.error); });
    window.addEventListener('unhandledrejection', function (event) { trapped(event.reason); });
    Promise.all([mayCompile() ? compile() : load(PLAIN), load(GLUE)]).then(function (ready) {
      return window.__start({ module_or_path: ready[0] || window.__plain });
    }).catch(fail);
  }

  // Lockdown mode has no WebAssembly; engines before Chrome 97 and Safari 16 refuse even an empty module under our policy.
  function mayCompile() {
    try {
      return new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch (e) {
      return false;
    }
  }

  // Some webviews break streaming compilation though they compile a whole file well.
  function compile() {
    if (!WebAssembly.compileStreaming) return compileWhole();
    return WebAssembly.compileStreaming(fetch(WASM)).catch(compileWhole);
  }

  function compileWhole() {
    return fetch(WASM).then(function (reply) { return reply.arrayBuffer(); }).then(function (bytes) {
      return WebAssembly.compile(bytes);
    });
  }

  function load(address) {
    return new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.src = address;
      script.onload = function () { done(); };
      script.onerror = failed;
      document.head.appendChild(script);
    });
  }

  // A trap ends the app for good: better a sentence than buttons that answer nothing.
  function trapped(error) {
    if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) fail();
  }

  function fail() {
    var sentence = document.getElementById('fallback');
    if (!sentence) return document.addEventListener('DOMContentLoaded', fail);
    var skeleton = document.querySelector('#app > .skeleton');
    if (skeleton) skeleton.parentNode.removeChild(skeleton);
    sentence.hidden = false;
    window.scrollTo(0, 0);
  }
})();
