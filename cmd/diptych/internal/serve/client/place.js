/* Puts the next page in the place of the one on the screen, in one step: nothing is drawn in between, no style is
   missing for a moment, and what the reader looks at stays where it is.

   Changed style sheets are loaded first, without effect. When the last of them is there, they get their effect, the
   tree is changed and the old ones go, all in one task. */

import { morph, setAttributes, wording } from './morph.js';

/** All scripts of a page as one text: when it differs, only loading the page anew can run what is new. Data for
    search engines is no script, and changes in its place. */
export function scripts(page) {
  const run = [...page.scripts].filter(({ type }) => type !== 'application/ld+json');
  return run.map((script) => script.outerHTML).join('\n');
}

/** Puts the parsed document `next` in the place of this one. */
export async function place(next) {
  // Without scripting, as the parser works, these have elements inside; here they are text that nobody sees.
  for (const element of next.querySelectorAll('noscript')) element.replaceChildren();

  const takeEffect = await loadStyles(next);
  const holdStill = anchor();
  const bequeath = inheritance();
  takeEffect();
  setAttributes(document.documentElement, next.documentElement);
  morph(document.head, next.head);
  morph(document.body, next.body);
  bequeath();
  holdStill();
}

/* Style sheets. */

const MAX_WAIT = 3000; // milliseconds; a sheet that takes longer comes late rather than holding up the page

const sheets = (page) => [...page.head.querySelectorAll('link[rel~="stylesheet" i][href]:not([disabled])')];

// Each new sheet is put where it will stay, since moving a link would load it once more.
async function loadStyles(next) {
  const present = sheets(document);
  const known = new Set(present.map(wording));
  const fresh = [];
  sheets(next).forEach((link, i) => {
    if (known.has(wording(link))) return;
    const copy = document.importNode(link);
    copy.media = 'not all';
    fresh.push({ copy, media: link.getAttribute('media'), loaded: settled(copy) });
    if (present[i]) present[i].before(copy);
    else document.head.append(copy);
  });
  await Promise.race([Promise.all(fresh.map(({ loaded }) => loaded)), after(MAX_WAIT, fresh.length)]);
  return () => fresh.forEach(({ copy, media }) => {
    if (media === null) copy.removeAttribute('media');
    else copy.setAttribute('media', media);
  });
}

function settled(link) {
  return new Promise((resolve) => {
    link.addEventListener('load', resolve, { once: true });
    link.addEventListener('error', resolve, { once: true });
  });
}

// No timer is set when there is nothing to wait for.
const after = (time, needed) => new Promise((resolve) => { if (needed) setTimeout(resolve, time); });

/* The scroll. Not every browser holds still by itself when something above changes. */

const MAX_MARKS = 20;

function anchor() {
  if (window.scrollY === 0) return () => {}; // at the top, what is new above is what the reader should see
  const marks = inView().map((element) => ({ element, top: element.getBoundingClientRect().top }));
  return () => {
    const mark = marks.find(({ element }) => element.isConnected && element.getClientRects().length > 0);
    if (!mark) return;
    window.scrollBy({ top: mark.element.getBoundingClientRect().top - mark.top, behavior: 'instant' });
  };
}

// The first elements whose top edge is in the window; after them, for a text that fills it, the innermost elements
// that reach over it. What is fixed to the window tells nothing about the scroll.
function inView() {
  const marks = [];
  const around = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT, (element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (height === 0) return NodeFilter.FILTER_SKIP;
    if (bottom <= 0 || isFixed(element)) return NodeFilter.FILTER_REJECT;
    if (top < 0) around.unshift(element);
    return top >= 0 && top < window.innerHeight ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  while (marks.length < MAX_MARKS && walker.nextNode()) marks.push(walker.currentNode);
  return [...marks, ...around];
}

const isFixed = (element) => /^(fixed|sticky)$/.test(getComputedStyle(element).position);

/* What the reader did. An element that stays keeps it; one that had to be replaced, since something around it was,
   hands it on to the one of the same name. */

function inheritance() {
  const held = document.activeElement;
  const { selectionStart, selectionEnd } = held ?? {};
  const changed = [...document.body.querySelectorAll('input, textarea, select, details')];
  return () => {
    for (const old of changed) if (!old.isConnected) handOn(old, heirOf(old));
    if (!held || held.isConnected) return;
    const heir = heirOf(held);
    heir?.focus({ preventScroll: true });
    if (typeof selectionStart === 'number') heir?.setSelectionRange(selectionStart, selectionEnd);
  };
}

function heirOf(old) {
  const name = nameOf(old);
  const alike = (element) => element.type === old.type && nameOf(element) === name;
  return name ? [...document.body.querySelectorAll(old.localName)].find(alike) : undefined;
}

function nameOf(element) {
  if (/^(radio|checkbox)$/.test(element.type)) return element.id || `${element.name}=${element.value}`;
  return element.id || element.name || element.querySelector('summary')?.textContent;
}

function handOn(old, heir) {
  if (!heir) return;
  if (old.localName === 'details') heir.open = old.open;
  else if (old.localName === 'select') choose(heir, old.value);
  else if (old.checked !== old.defaultChecked) heir.checked = old.checked;
  else if (old.value !== old.defaultValue && old.type !== 'file') heir.value = old.value; // nobody may choose a file
}

function choose(select, value) {
  if ([...select.options].some((option) => option.value === value)) select.value = value;
}
