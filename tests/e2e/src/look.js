// Finds what a buyer means and says whether it can be used now: [element or null, why not].
const [kind, wanted, use, done] = arguments;
const squeeze = (text) => (text || '').replace(/\s+/g, '');
const say = (element, why) => done([element, why]);

const shown = (element) => {
  if (!element.getClientRects().length || element.closest('[aria-hidden="true"]')) return false;
  return getComputedStyle(element).visibility === 'visible';
};
const words = (element) => [...element.querySelectorAll('img[alt]')].map((image) => image.alt).join('') + element.textContent;
const name = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return by.split(/\s+/).map((id) => document.getElementById(id)).map((of) => (of ? of.textContent : '')).join('');
  const own = element.getAttribute('aria-label');
  if (own) return own;
  if (element.labels && element.labels.length) return [...element.labels].map(words).join('');
  return words(element) || element.placeholder || '';
};

const dialogs = [...document.querySelectorAll('[aria-modal="true"]')];
const place = dialogs.pop() || document;
const KINDS = {
  act: 'button, a[href], [role="button"], summary, label',
  field: 'input, textarea, select',
};
let element;
if (kind === 'css') {
  const all = [...document.querySelectorAll(wanted)];
  element = all.find((one) => place.contains(one) && shown(one)) || all.find(shown) || (use === 'file' && all[0]);
} else {
  const all = [...place.querySelectorAll(KINDS[kind])].filter((one) => shown(one) || use === 'file');
  const goal = squeeze(wanted);
  const ranks = [(text) => text === goal, (text) => text.startsWith(goal), (text) => text.includes(goal)];
  for (const rank of ranks) {
    element = element || all.find((one) => rank(squeeze(name(one))));
  }
}
if (!element) return say(null, 'it is not there');
if (use !== 'tap') return say(element, '');
if (element.disabled || element.getAttribute('aria-disabled') === 'true') return say(null, 'it is off');
const free = () => {
  const box = element.getClientRects()[0];
  if (!box) return 'it is not there';
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return 'it is out of sight';
  const hit = document.elementFromPoint(x, y);
  if (hit && (element.contains(hit) || hit.contains(element) && hit.closest('label, a, button') === element)) return '';
  return 'it is covered by ' + (hit ? hit.outerHTML.slice(0, 120) : 'nothing');
};
// As a thumb would bring it into sight.
if (free()) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
const stand = () => JSON.stringify(element.getBoundingClientRect());
const before = stand();
// A thumb aims at what stands still: the same place two frames later. A window behind another may have no frames.
let told = false;
const tell = () => {
  if (told) return;
  told = true;
  const why = free() || (stand() === before ? '' : 'it is moving');
  say(why ? null : element, why);
};
requestAnimationFrame(() => requestAnimationFrame(tell));
setTimeout(tell, 300);
