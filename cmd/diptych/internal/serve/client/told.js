/* One problem or finding as an item of a list: what is wrong, what to do, and where. What the server says goes in as text,
   never as markup. */

import { element } from './layer.js';
import { openOrCopy, placeText } from './places.js';
import { languageOf, WORDS } from './words.js';

const TOLD_FOR = 2000; // milliseconds that "copied" stands beside a place

/** Gives two functions that make the item of a problem in the server's answer: one with the lines of its source, and one
    for where these can be seen anyway. `address` gives that of one of the server's services. */
export function teller(layer, address) {
  return { item, brief };

  function brief(problem, view) {
    const lang = languageOf(view);
    const words = WORDS[lang];
    const places = [problem, problem.peer].filter((pos) => pos?.file).map((pos) => place(pos, view, words));
    return element('li', { 'data-severity': problem.severity }, ...sentences(problem, words, lang), ...places);
  }

  // What is wrong, and what to do.
  function sentences(problem, words, lang) {
    const severity = words.severity[problem.severity] ?? words.severity.info;
    return [
      labelled(words, 'message', severity, sentence(problem.message[lang])),
      problem.hint && labelled(words, 'hint', words.hint, sentence(problem.hint[lang])),
    ];
  }

  function labelled(words, className, label, content) {
    return element('p', { className }, element('strong', {}, label, words.colon), content);
  }

  function item(problem, view) {
    const lang = languageOf(view);
    const words = WORDS[lang];
    const where = (pos) => (pos.file ? [place(pos, view, words), sourceLine(pos)] : []);
    const [message, hint] = sentences(problem, words, lang);
    return element('li', { 'data-severity': problem.severity }, message, ...where(problem), hint,
      problem.peer?.file && element('div', { className: 'peer' },
        labelled(words, 'see', words.peer, ''), ...where(problem.peer)));
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

// The line of the source with its number, what is concerned at the column marked; null where it isn't known.
// Of a long line the server sends a part, and how many characters stand before it.
function sourceLine({ text, from = 0, cut, line, column, size = 1 }) {
  if (!text || !line) return null;
  const all = Array.from(text); // columns count characters, not UTF-16 units
  const at = Math.min(column - 1 - from, all.length);
  const part = (a, b) => all.slice(a, b).join('');
  const marked = [part(0, at), element('mark', {}, part(at, at + size) || ' '), part(at + size)];
  return element('pre', { translate: false },
    element('span', { className: 'number' }, `${line}`),
    element('code', {}, from > 0 && '…', ...(column ? marked : [text]), cut && '…'));
}

// A sentence writes code in backquotes.
function sentence(text) {
  const parts = text.split(/`([^`]+)`/);
  return element('span', {}, ...parts.map((part, i) => (i % 2 ? element('code', {}, part) : part)));
}
