/* Shows problems over the page, in the page's language: the errors that keep it in its last good state in a panel
   that comes by itself, all the rest as a count in a corner that opens the same panel.

   - The panel takes the focus only where nothing in the page has it. It goes by Escape or its button until the next
     generation, and by itself when the errors are gone.
   - What the server says goes in as text, never as markup. */

import { element } from './layer.js';
import { counted, languageOf, WORDS } from './words.js';

/** Gives a function that shows the server's answer on problems. `item` makes one of a list. */
export function problems(layer, item) {
  const surface = layer.surface('problems');
  let view = null; // the last answer
  let lang = ''; // of the page, and so of all that is shown
  let words = null; // in that language
  let shown = null; // null, 'errors' or 'all'
  let closed = null; // the generation whose errors were sent away
  let drawn = ''; // what the last drawing was made from

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shown && !event.defaultPrevented && !event.isComposing) close();
  });

  return show;

  function show(answer) {
    view = answer;
    lang = languageOf(view);
    words = WORDS[lang];
    const before = shown;
    const some = view.errors.count + view.warnings.count + view.others.count + view.findings.count > 0;
    if (view.errors.count > 0 && closed !== view.generation) shown ??= 'errors';
    if (!some || (shown === 'errors' && view.errors.count === 0)) shown = null;
    draw();
    if (shown && !before) announce();
  }

  // The same view is drawn once, so that a save that changes nothing here moves nothing here.
  function draw() {
    const now = JSON.stringify([shown, lang, view.errors, view.warnings, view.others, view.findings, view.editor]);
    if (drawn === now) return;
    drawn = now;
    const held = focused()?.className;
    const scroll = thePanel()?.scrollTop;
    surface.lang = lang;
    surface.replaceChildren(...[shown && panel(), count()].filter(Boolean));
    if (!shown || scroll === undefined) return;
    thePanel().scrollTop = scroll;
    if (held) (surface.querySelector(`.${held}`) ?? thePanel()).focus({ preventScroll: true });
  }

  // A reader who is at something in the page only hears of it; otherwise the focus goes there.
  async function announce() {
    await layer.styled;
    const panel = thePanel();
    if (!panel) return;
    panel.classList.add('coming');
    if ([null, document.body, layer.host].includes(document.activeElement)) panel.focus({ preventScroll: true });
    else layer.say(panel.querySelector('h2').textContent);
  }

  function open() {
    shown = 'all';
    draw();
    thePanel().focus({ preventScroll: true });
  }

  function close() {
    const inside = focused() !== null;
    closed = view.generation;
    shown = null;
    draw();
    if (inside) surface.querySelector('.count')?.focus();
  }

  function thePanel() {
    return surface.querySelector('.panel');
  }

  // What has the focus, if it is one of these parts.
  function focused() {
    const held = layer.root.activeElement;
    return surface.contains(held) ? held : null;
  }

  /* The parts. */

  // The count leaves out what the panel shows anyway.
  function count() {
    if (shown === 'all') return null;
    const errors = shown ? 0 : view.errors.count;
    const parts = Object.entries({
      error: errors, warning: view.warnings.count, finding: view.findings.count, elsewhere: view.others.count,
    })
      .filter(([, n]) => n > 0)
      .map(([kind, n]) => counted(n, words[kind], lang));
    if (parts.length === 0) return null;
    const button = element('button', { className: 'count', type: 'button', onclick: open, ariaHasPopup: 'dialog' },
      parts.join(', '));
    button.dataset.severity = errors > 0 ? 'error' : 'warning';
    return button;
  }

  function panel() {
    const forced = shown === 'errors';
    return element('section',
      { className: 'panel', tabIndex: -1, role: forced ? 'alertdialog' : 'dialog', 'aria-labelledby': 'title' },
      element('header', {},
        element('h2', { id: 'title' }, forced ? counted(view.errors.count, words.error, lang) : words.title),
        element('button', { className: 'close', type: 'button', onclick: close },
          words.close, element('kbd', {}, words.escape))),
      group('', view.errors),
      !forced && group('', view.warnings),
      !forced && group(words.findings, view.findings),
      !forced && view.review && element('p', { className: 'more' },
        element('a', { href: `${view.review}?lang=${lang}` }, words.review)),
      !forced && group(words.otherPages, view.others));
  }

  // The server tells the first of many, and how many there are.
  function group(name, { count, first }) {
    if (count === 0) return null;
    const rest = count - first.length;
    return element('section', {},
      name && element('h3', {}, name),
      element('ul', {}, ...first.map((problem) => item(problem, view))),
      rest > 0 && element('p', { className: 'more' }, words.more(rest.toLocaleString(lang))));
  }
}
