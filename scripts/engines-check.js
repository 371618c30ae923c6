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
      return Math.max(most, Number(place.getAttribute('data-cart-count') || place.textContent) || 0);
    }, 0);
  }

  // In every option without a choice yet, the first value that can be had.
  function choose() {
    all('[data-option], [role="radiogroup"], fieldset').forEach(function (option) {
      if (option.querySelector(':checked, [aria-checked="true"], [aria-pressed="true"]')) return;
      const value = option.querySelector('input:not([disabled]), button:not([disabled]):not([aria-disabled="true"])');
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
    // «Add» may open a sheet of options that carries the real one.
    for (let times = 0; times < 5 && inCart() === 0; times++) {
      choose();
      await pause(100);
      const buttons = all('[data-do="add"]');
      buttons[buttons.length - 1].click();
      await pause(300);
    }
    seen.cart = await until('something in the cart', inCart);
  } catch (error) {
    seen.error = error.message;
  }
  return seen;
})()
