/* One problem or finding as an item of a list: what is wrong, what to do, and where. What the server says goes in as text,
   never as markup. */

import { element } from './layer.js';
import { openOrCopy, placeText } from './places.js';
import { languageOf, WORDS } from './words.js';

const TOLD_FOR = 2000; // milliseconds that "copied" stands beside a place

/** Gives a function that makes the item of a problem in the server's answer. `address` gives that of one of its services. */
export function teller(layer, address) {
  return item;

  function item(problem, view) {
    const lang = languageOf(view);
    const words = WORDS[lang];
    const severity = words.severity[problem.severity] ?? words.severity.info;
    const where = (pos) => (pos.file ? [place(pos, view, words), sourceLine(pos)] : []);
    const labelled = (className, label, content) =>
      element('p', { className }, element('strong', {}, label, words.colon), content);
    return element('li', { 'data-severity': problem.severity },
      labelled('message', severity, sentence(problem.message[lang])),
      ...where(problem),
      problem.hint && labelled('hint', words.hint, sentence(problem.hint[lang])),
      problem.peer?.file && element('div', { className: 'peer' },
        labelled('see', words.peer, ''), ...where(problem.peer)));
  }

  // Pressing a place opens it in the editor, where there is one, or else copies it.
  function place(pos, view, words) {
    const title = view.editor ? words.open : words.copy;
    const button = element('button', { className: 'place', type: 'button', title }, placeText(pos));
    button.onclick = async () => {
      const done = await openOrCopy({ address, root: layer.root, words, ...view }, pos);
      button.dataset.said = done;
      layer.say(done);
      setTimeout(() => { delete button.dataset.said; layer.say(''); }, TOLD_FOR);
    };
    return button;
  }
}

// The line of the source with its number, the character at the column marked; null where it isn't known.
// Of a long line the server sends a part, and how many characters stand before it.
function sourceLine({ text, from = 0, cut, line, column }) {
  if (!text || !line) return null;
  const all = Array.from(text); // columns count characters, not UTF-16 units
  const at = Math.min(column - 1 - from, all.length);
  const part = (a, b) => all.slice(a, b).join('');
  const marked = [part(0, at), element('mark', {}, all[at] ?? ' '), part(at + 1)];
  return element('pre', { translate: false },
    element('span', { className: 'number' }, `${line}`),
    element('code', {}, from > 0 && '…', ...(column ? marked : [text]), cut && '…'));
}

// A sentence writes code in backquotes.
function sentence(text) {
  const parts = text.split(/`([^`]+)`/);
  return element('span', {}, ...parts.map((part, i) => (i % 2 ? element('code', {}, part) : part)));
}
