// Runs inside the page of each engine, so it keeps to what Chromium 69 reads. Answers what it saw, or `error`.
(async function () {
  const seen = {};

  function pause(time) {
    return new Promise(function (done) { setTimeout(done, time); });
  }

  async function until(what, look) {
    const end = Date.now() + 10000;
    for (;;) {
      const found = look();
      if (found) return found;
      const fallback = document.getElementById('fallback');
      if (fallback && !fallback.hidden) throw new Error('the page says that it cannot run here');
      if (Date.now() > end) throw new Error('waited in vain for ' + what);
      await pause(20);
    }
  }

  function all(selector) { return Array.from(document.querySelectorAll(selector)); }

  function inCart() {
    return all('[data-cart-count]').reduce(function (most, place) {
      return Math.max(most, parseInt(place.textContent, 10) || 0);
    }, 0);
  }

  // In every option without a choice yet, the first value that can be had.
  function choose(place) {
    Array.from(place.querySelectorAll('[role="group"]')).forEach(function (option) {
      if (option.querySelector('[aria-pressed="true"]')) return;
      const value = option.querySelector('[aria-pressed="false"]:not([aria-disabled])');
      if (value) value.click();
    });
  }

  try {
    const agent = navigator.userAgent;
    seen.version = (/Chrome\/(\d+)/.exec(agent) || /AppleWebKit\/([\d.]+)/.exec(agent) || [])[1];
    const cards = await until('goods', function () {
      const found = all('[data-goods]');
      return found.length && found;
    });
    seen.goods = cards.length;
    seen.code = window.__plain ? 'script' : 'wasm';
    const card = cards[0];
    (card.querySelector('a') || card).click();
    await until('the goods page', function () { return document.querySelector('[data-do="add"]'); });
    choose(document);
    await pause(100);
    document.querySelector('[data-do="add"]').click();
    await pause(300);
    // Where the choice was not enough, «Add» opened a sheet that asks for the rest.
    const sheet = document.querySelector('[role="dialog"]');
    if (sheet) {
      choose(sheet);
      await pause(100);
      sheet.querySelector('[data-do="add"]').click();
    }
    seen.cart = await until('something in the cart', inCart);
  } catch (error) {
    seen.error = error.message;
  }
  return seen;
})()
