/* A switch in the corner that marks the no-break spaces of the page, the ordinary ones (U+00A0) and the narrow ones
   (U+202F) apart, and tells how many there are.

   - The marks are highlights (W3C, CSS Custom Highlight API): the page's tree is not touched, so that nothing of it
     moves, and what is selected or copied is the page's. In a browser that has none there is no switch.
   - Spaces in code are marked too: they are what readers get.
   - Whatever changes the text, the marks are found anew before it is drawn.
   - The choice holds for the window's session, on every page.

   The marks' look is spaces.css. It applies to the page, and is loaded when it is needed for the first time. */

import { element } from './layer.js';
import { counted, languageOf, WORDS } from './words.js';

const KEPT = 'diptych-spaces'; // what the choice is kept as

const KINDS = { ordinary: '\u00a0', narrow: '\u202f' };

const NO_TEXT = 'script, style, noscript, iframe, textarea'; // what they hold is not drawn as text of the page

/** Shows the switch, and gives a function that has it speak the language of an answer on problems. `style` is the
    address of the marks' look. */
export function spaces(layer, style) {
  if (typeof Highlight !== 'function' || !CSS.highlights) return () => {};

  const choice = sessionChoice();
  const marks = Object.keys(KINDS).map((kind) => ({ kind, name: `diptych-${kind}`, highlight: new Highlight() }));
  const link = element('link', { rel: 'stylesheet', href: style });
  const observer = new MutationObserver(mark);
  const button = element('button', { type: 'button', onclick: change, 'aria-describedby': 'legend' });
  const legend = element('p', { id: 'legend' });
  const surface = layer.surface('spaces');
  surface.append(button, legend);
  let lang = '';

  speak({});
  window.addEventListener('pageshow', follow); // a page from the history may have missed a choice

  return speak;

  function speak(answer) {
    if (lang === languageOf(answer)) return;
    lang = languageOf(answer);
    surface.lang = lang;
    button.textContent = WORDS[lang].spaces;
    follow();
  }

  function change() {
    choice.set(!choice.get());
    follow();
  }

  // Does as the session has it.
  function follow() {
    const on = choice.get();
    button.ariaPressed = on;
    legend.hidden = !on;
    legend.replaceChildren(); // what is hidden would still describe the button
    observer.disconnect();
    for (const { name, highlight } of marks) {
      highlight.clear();
      if (on) CSS.highlights.set(name, highlight);
      else CSS.highlights.delete(name);
    }
    if (!on) return;
    if (!link.isConnected) layer.host.append(link); // outside of the shadow root, and so a style of the page
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    mark();
  }

  function mark() {
    const texts = textsOf(document.body);
    for (const { kind, highlight } of marks) {
      highlight.clear();
      for (const text of texts) for (const range of rangesOf(KINDS[kind], text)) highlight.add(range);
    }
    tell();
  }

  function tell() {
    legend.replaceChildren(...marks.map(({ kind, highlight }) =>
      element('span', { 'data-kind': kind }, counted(highlight.size, WORDS[lang][kind], lang))));
  }
}

function textsOf(tree) {
  const texts = [];
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.matches(NO_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

// Static ranges: nobody has to keep them right while the text changes, since they are all made anew then.
function rangesOf(character, text) {
  const ranges = [];
  for (let at = text.data.indexOf(character); at >= 0; at = text.data.indexOf(character, at + 1)) {
    ranges.push(new StaticRange({ startContainer: text, startOffset: at, endContainer: text, endOffset: at + 1 }));
  }
  return ranges;
}

// The choice. Where a browser is told to keep nothing, it holds for the page alone.
function sessionChoice() {
  let here = false;
  return {
    get() {
      try {
        return sessionStorage.getItem(KEPT) !== null;
      } catch {
        return here;
      }
    },
    set(on) {
      here = on;
      try {
        if (on) sessionStorage.setItem(KEPT, 'marked');
        else sessionStorage.removeItem(KEPT);
      } catch {
        // Then `here` has it.
      }
    },
  };
}
