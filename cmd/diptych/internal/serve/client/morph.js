/* Turns one tree of nodes into another by the fewest changes, so that what the reader did to it lives on.

   A node that stays is the same node afterwards: it keeps its focus, its caret, its selection, its scroll, what was
   typed into it and what was opened. So the work is to find out which node of the page on the screen is which node of
   the next one:

   1. Nodes with the same name (their id, or else all that they say) in the same order are the same. The longest such
      series is taken, so that a paragraph inserted at the top makes no other paragraph another one.
   2. Between two of these, nodes of the same kind answer each other by position.
   3. What is left over of the old is removed, and of the new is inserted. */

/** Makes the attributes and the children of the element `live` those of `next`, a node of another document. */
export function morph(live, next) {
  if (live.nodeType !== Node.ELEMENT_NODE) return setText(live, next.data);
  setAttributes(live, next);
  setChildren(live, next);
}

/** Makes the attributes of `live` those of `next`, save for the reader's own. */
export function setAttributes(live, next) {
  for (const { name } of [...live.attributes]) {
    if (!next.hasAttribute(name) && !isReaders(live, name)) live.removeAttribute(name);
  }
  for (const { namespaceURI, name, value } of next.attributes) {
    if (live.getAttribute(name) !== value && !isReaders(live, name)) live.setAttributeNS(namespaceURI, name, value);
  }
}

// What is open is what the reader opened.
const isReaders = (element, name) => name === 'open' && /^(DETAILS|DIALOG)$/.test(element.nodeName);

/** All that a node says, without what the reader did to it: two nodes with the same text need no morphing. */
export function wording(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return `${node.nodeName} ${node.data}`;
  return node.outerHTML.replace(/(<(?:details|dialog)\b[^>]*?) open=""/g, '$1');
}

// Only the characters that differ are replaced: the browser then keeps a selection before and after them.
function setText(live, text) {
  const old = live.data;
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old[start] === text[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  live.replaceData(start, old.length - end - start, text.slice(start, text.length - end));
}

function setChildren(live, next) {
  const olds = [...live.childNodes].map(named);
  const news = [...next.childNodes].map(named);
  const heirs = answers(olds, news);
  const kept = new Set(heirs);
  for (const old of olds) if (!kept.has(old)) old.node.remove();

  let place = live.firstChild;
  news.forEach(({ node, says }, i) => {
    const old = heirs[i];
    if (!old) return live.insertBefore(document.importNode(node, true), place);
    if (old.says !== says) morph(old.node, node);
    place = old.node.nextSibling;
  });
}

function named(node) {
  const says = wording(node);
  return { node, says, name: node.id && !isWhole(node) ? `${node.nodeName}#${node.id}` : says };
}

// For each of the news the old node that it answers, or undefined.
function answers(olds, news) {
  const heirs = new Array(news.length);
  let from = 0;
  let at = 0;
  for (const [i, j] of [...common(olds, news), [olds.length, news.length]]) {
    byPosition(olds.slice(from, i), news.slice(at, j)).forEach((old, k) => { heirs[at + k] = old; });
    if (j < news.length) heirs[j] = olds[i];
    from = i + 1;
    at = j + 1;
  }
  return heirs;
}

function byPosition(olds, news) {
  let from = 0;
  return news.map(({ node }) => {
    const found = olds.findIndex((old, i) => i >= from && isSameKind(old.node, node));
    if (found < 0) return undefined;
    from = found + 1;
    return olds[found];
  });
}

// What is one thing with its contents: changed in place, a style sheet would be lost for a moment, a script would do
// nothing, and a template's contents are not its children.
const isWhole = (node) => /^(LINK|SCRIPT|TEMPLATE|IFRAME)$/.test(node.nodeName);

// One field is never made into another, lest what was typed for the one stand in the other.
function isSameKind(old, next) {
  if (old.nodeName !== next.nodeName || isWhole(old)) return false;
  if (!/^(INPUT|SELECT|TEXTAREA|BUTTON)$/.test(old.nodeName)) return true;
  return old.id === next.id && old.name === next.name && old.type === next.type;
}

// The longest series of equal names in both lists, as pairs of indices. Nearly always all but a few nodes at the ends
// are equal, so the table is small; where it would not be, position alone decides.
function common(olds, news) {
  const same = (i, j) => olds[i].name === news[j].name;
  let start = 0;
  while (start < olds.length && start < news.length && same(start, start)) start++;
  let [oldEnd, newEnd] = [olds.length, news.length];
  while (oldEnd > start && newEnd > start && same(oldEnd - 1, newEnd - 1)) { oldEnd--; newEnd--; }

  const pairs = Array.from({ length: start }, (_, i) => [i, i]);
  pairs.push(...longest(start, oldEnd, newEnd, same));
  for (let k = 0; oldEnd + k < olds.length; k++) pairs.push([oldEnd + k, newEnd + k]);
  return pairs;
}

const MAX_CELLS = 4_000_000;

function longest(start, oldEnd, newEnd, same) {
  const width = newEnd - start + 1;
  const cells = (oldEnd - start + 1) * width;
  if (cells > MAX_CELLS) return [];
  const lengths = new Uint32Array(cells); // of the series from (i, j) on
  const length = (i, j) => lengths[(i - start) * width + (j - start)];
  for (let i = oldEnd - 1; i >= start; i--) {
    for (let j = newEnd - 1; j >= start; j--) {
      lengths[(i - start) * width + (j - start)] =
        same(i, j) ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const pairs = [];
  for (let i = start, j = start; i < oldEnd && j < newEnd;) {
    if (same(i, j)) pairs.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
