// Sentences about what is wider than the screen, or cut off in what can be tapped.
const found = [];
const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
const called = (element) =>
  `${element.tagName.toLowerCase()}.${String(element.className).replace(/\s+/g, '.')} «${element.textContent.trim().slice(0, 40)}»`;
const scrolls = (element) => {
  for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
    const flow = getComputedStyle(up).overflowX;
    if (flow === 'auto' || flow === 'scroll') return true;
    // Clipped on purpose: what only a screen reader sees, and pictures.
    if (flow !== 'visible' && up.clientWidth <= 1) return true;
  }
  return false;
};
for (const element of document.body.querySelectorAll('*')) {
  const style = getComputedStyle(element);
  if (!element.getClientRects().length || style.visibility !== 'visible' || element.closest('svg') !== null) continue;
  const box = element.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) continue;
  if ((box.left < -1 || box.right > innerWidth + 1) && !scrolls(element)) {
    found.push(`${called(element)} sticks out: ${Math.round(box.left)} to ${Math.round(box.right)} of ${innerWidth}`);
  }
  // A line that opens on a tap may end in dots.
  if (!element.matches('button, a, [role="button"], label, h1, h2') || element.matches('[aria-expanded="false"]')) continue;
  const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const own = words.currentNode;
    const clip = [own.parentElement, element].find((one) => getComputedStyle(one).overflowX !== 'visible') || element;
    const range = document.createRange();
    range.selectNodeContents(own);
    const [text, room] = [range.getBoundingClientRect(), clip.getBoundingClientRect()];
    if (room.width > 1 && text.width > 1 && (text.left < room.left - 1 || text.right > room.right + 1)) {
      found.push(`${called(element)} is cut: ${Math.round(text.left)} to ${Math.round(text.right)}, room from ${Math.round(room.left)} to ${Math.round(room.right)}`);
    }
  }
}
return found;
