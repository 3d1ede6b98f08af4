/* What can be done on the preview's own pages: a place is opened or copied, a block or a page confirmed.

   - The page itself is kept equal to what the server has by live.js, as all pages are; what was confirmed shows when the
     next generation comes. So nothing of the page is changed here, save where the focus is.
   - A confirmation says what was seen, in digests, and the server refuses it if that is no longer so.
   - What is said stands beside the body, which another page may take the place of at any time. */

import { element } from './layer.js';
import { openOrCopy } from './places.js';
import { WORDS } from './words.js';

const TOLD_FOR = 2000; // milliseconds that "copied" stands beside a place
const SAID_FOR = 8000; // milliseconds that the outcome of a confirmation is shown

const words = WORDS[document.documentElement.lang] ?? WORDS.en;
const address = (name) => new URL(name, import.meta.url).pathname;
const said = element('p', { className: 'told', role: 'status' });
const asking = new Set();
let silence = 0;

document.documentElement.append(said);
document.addEventListener('click', ({ target }) => {
  const button = target.closest?.('button');
  if (button?.matches('.place')) openPlace(button);
  else if (button?.dataset.seen !== undefined) confirm(button);
});

function main() {
  return document.querySelector('main').dataset;
}

async function openPlace(button) {
  const { file, line, column } = button.dataset;
  const { editor, token } = main();
  const context = { address, root: document.documentElement, words, editor: editor !== undefined, token };
  const done = await openOrCopy(context, { file, line: Number(line), column: Number(column) });
  button.dataset.said = done;
  tell(done, TOLD_FOR);
  setTimeout(() => { delete button.dataset.said; }, TOLD_FOR);
}

async function confirm(button) {
  const { key, token } = main();
  const { row, seen } = button.dataset;
  if (asking.has(seen)) return;
  asking.add(seen);
  button.ariaBusy = true;
  const minor = document.querySelector('#minor')?.checked ?? false;
  const query = new URLSearchParams({ key, row, seen, minor, token });
  const answer = await fetch(`${address('confirm')}?${query}`, { method: 'POST' }).catch(() => null);
  const told = await answer?.json().catch(() => null);
  asking.delete(seen);
  button.ariaBusy = null;
  if (answer?.ok) moveOn(button);
  const message = told?.message?.[document.documentElement.lang];
  if (answer?.ok) tell(row === '' ? words.pageConfirmed : words.blockConfirmed, SAID_FOR);
  else tell(message ? `${words.notConfirmed}${words.colon}${message}` : words.notConfirmed, SAID_FOR);
}

// The button will go, and the focus would be lost with it: it moves on to the next thing to confirm.
function moveOn(button) {
  if (document.activeElement !== button) return;
  const buttons = [...document.querySelectorAll('.row button[data-seen]')];
  const next = button.id ? null : buttons[buttons.indexOf(button) + 1];
  (next ?? document.querySelector('#title')).focus({ preventScroll: !next });
}

function tell(text, time) {
  said.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ''; }, time);
}
