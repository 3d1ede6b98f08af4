/* Marks the blocks of the page that findings of the comparison concern, in the margin. A mark is pressed, hovered over or
   reached by the keyboard, and shows what was found.

   - The page's tree is not touched: marks stand on the layer, each beside the box of its block, and move with it.
   - A published page does not say which element is which block of its source. An element is found by what it says,
     letters and digits alone, since typography is set while a page is written. Notes that are written into a page, such as
     the size of a document, may stand between. A finding whose block is not found stands in the window alone. */

import { element } from './layer.js';
import { counted, languageOf, WORDS } from './words.js';

const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, pre, figure, summary, blockquote';

const RANKS = ['error', 'warning', 'info'];

/** Gives a function that marks what the server's answer on problems says of blocks. `item` makes an item of a list. */
export function marks(layer, item) {
  let placed = []; // { mark, block }
  let drawn = '';
  const moves = new ResizeObserver(follow);
  const changes = new MutationObserver(() => { drawn = ''; redraw(); });
  let view = null;
  let due = 0;

  addEventListener('scroll', follow, { capture: true, passive: true }); // also of what scrolls within the page
  addEventListener('resize', follow);
  document.addEventListener('toggle', follow, true);
  document.addEventListener('pointerdown', (event) => {
    if (!event.composedPath().includes(layer.over)) shut();
  }, true);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shut()) event.preventDefault(); // nothing else is to be closed by the same key
  }, true);

  return point;

  function point(answer) {
    view = answer;
    redraw();
  }

  // Elements are found anew when the answer or the page is another one.
  function redraw() {
    const found = groups(view.findings.first);
    const now = JSON.stringify([view.findings, view.editor, languageOf(view), document.body.innerHTML.length]);
    if (now === drawn) return;
    drawn = now;
    const open = placed.find(({ mark }) => mark.dataset.open)?.mark.dataset.block;
    const held = layer.over.contains(layer.root.activeElement) ? layer.root.activeElement.closest('.at')?.dataset.block : null;
    placed = found.map(({ block, findings, name }) => ({ block, mark: mark(findings, name) }));
    layer.over.lang = languageOf(view);
    layer.over.replaceChildren(...placed.map(({ mark }) => mark));
    for (const { mark } of placed) {
      if (mark.dataset.block === open) set(mark, true);
      if (mark.dataset.block === held) mark.firstChild.focus({ preventScroll: true });
    }
    moves.disconnect();
    changes.disconnect();
    if (placed.length > 0) {
      moves.observe(document.body);
      for (const { block } of placed) moves.observe(block);
      changes.observe(document.body, { childList: true, characterData: true, subtree: true });
    }
    move();
  }

  function mark(findings, name) {
    const words = WORDS[languageOf(view)];
    const rank = ({ severity }) => RANKS.indexOf(severity);
    findings.sort((a, b) => rank(a) - rank(b));
    const { severity } = findings[0];
    const label = `${counted(findings.length, words.finding, languageOf(view))}${words.colon}${words.severity[severity]}`;
    const button = element('button', { className: 'dot', type: 'button', ariaLabel: label, ariaExpanded: 'false' },
      element('span', { ariaHidden: 'true' }, severity === 'info' ? 'i' : '!'));
    const note = element('div', { className: 'note', role: 'group', ariaLabel: words.ofBlock },
      element('ul', {}, ...findings.map((finding) => item(finding, view))),
      view.review && element('p', { className: 'more' },
        element('a', { href: `${view.review}?lang=${languageOf(view)}` }, words.review)));
    const made = element('div', { className: 'at' }, button, note);
    made.dataset.severity = severity;
    made.dataset.block = name;
    note.hidden = true;
    button.onclick = () => set(made, note.hidden || made.dataset.open === undefined);
    made.onmouseenter = () => show(made);
    made.onmouseleave = () => { if (made.dataset.open === undefined) hide(made); };
    button.onfocus = () => { if (button.matches(':focus-visible')) show(made); };
    made.addEventListener('focusout', ({ relatedTarget }) => {
      if (made.dataset.open === undefined && !made.contains(relatedTarget)) hide(made);
    });
    return made;
  }

  // What is set stays until it is pressed again, or Escape is.
  function set(made, open) {
    if (!open) return hide(made);
    for (const { mark } of placed) if (mark !== made) hide(mark);
    made.dataset.open = '';
    show(made);
  }

  function show(made) {
    const [button, note] = made.children;
    note.hidden = false;
    button.ariaExpanded = 'true';
    note.classList.toggle('above', false);
    const room = innerHeight - note.getBoundingClientRect().bottom;
    note.classList.toggle('above', room < 0 && button.getBoundingClientRect().top > note.offsetHeight);
  }

  function hide(made) {
    const [button, note] = made.children;
    delete made.dataset.open;
    note.hidden = true;
    button.ariaExpanded = 'false';
  }

  function shut() {
    const shown = placed.filter(({ mark }) => !mark.lastChild.hidden);
    for (const { mark } of shown) {
      if (mark.contains(layer.root.activeElement)) mark.firstChild.focus({ preventScroll: true });
      hide(mark);
    }
    return shown.length > 0;
  }

  /* Where marks stand. */

  function follow() {
    if (due || placed.length === 0) return;
    due = requestAnimationFrame(() => { due = 0; move(); });
  }

  function move() {
    const origin = layer.over.getBoundingClientRect();
    const boxes = placed.map(({ block }) => block.getBoundingClientRect()); // all are read before any is written
    placed.forEach(({ mark }, i) => {
      const box = boxes[i];
      mark.hidden = box.height === 0;
      mark.style.setProperty('--top', `${box.top - origin.top}px`);
      mark.style.setProperty('--left', `${Math.max(box.left - 30, 2) - origin.left}px`);
      mark.style.setProperty('--block', `${box.height}px`);
    });
  }
}

// The findings of each block that is found in the page, in the order of the blocks.
function groups(findings) {
  const elements = [...document.body.querySelectorAll(BLOCKS)].map((node) => ({ node, says: folded(ownText(node)) }));
  const found = new Map();
  for (const finding of findings) {
    if (!finding.block) continue;
    const { text, nth = 0 } = finding.block;
    const name = `${nth} ${text}`;
    if (!found.has(name)) found.set(name, { name, block: find(elements, folded(text), nth), findings: [] });
    found.get(name).findings.push(finding);
  }
  return [...found.values()].filter(({ block }) => block);
}

// The nth of the elements that say a text, or else the one that says least beside it.
function find(elements, text, nth) {
  if (!text) return undefined;
  const same = elements.filter(({ says }) => says === text);
  if (same.length > 0) {
    const outermost = same.filter(({ node }) => !same.some((other) => other.node !== node && other.node.contains(node)));
    return (outermost[nth] ?? outermost[0]).node;
  }
  const most = text.length * 1.5 + 60;
  const near = elements.filter(({ says }) => says.length <= most && holds(says, text));
  return near.sort((a, b) => a.says.length - b.says.length)[0]?.node;
}

// Whether all characters of a part stand in a whole, in their order.
function holds(whole, part) {
  let at = 0;
  for (const character of whole) if (character === part[at]) at++;
  return at === part.length;
}

// What an element says itself: a list within an item is not the item's, and what only stands there for those who can't
// see, or is a link to a note, is nobody's.
function ownText(node) {
  const texts = [];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (child) => {
    if (child.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return child.matches('script, style, template, :is(li, dd) :is(ul, ol, dl), [role="doc-noteref"], [role="doc-backlink"]')
      ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return texts.join('');
}

function folded(text) {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}
