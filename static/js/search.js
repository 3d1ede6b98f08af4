'use strict';
// Search, on the page that lists all pages. Without script that list is all there is, and it is enough. This script and the
// index come when a reader first turns to the field; find.js knows how to read the index.

const MOST_PAGES = 20;
const MOST_PARTS = 5;
const PAUSE = 400; // in ms: who types is not told of each letter, and the address is written when a word stands

const field = finder.querySelector('input');
const said = finder.querySelector('output');
const found = document.getElementById('_found');
const list = document.getElementById('_pages');

/** Gives an index of what the list in the page says, for when the other one can't be had. */
function readList() {
  const rows = [...list.children].map((item) => {
    const [title, ...parts] = item.querySelectorAll('a');
    const pairs = parts.map((part) => [decodeURIComponent(part.hash.slice(1)), part.textContent]);
    return [title.textContent, title.href, item.querySelector('.description')?.textContent ?? '', ...pairs.flat()];
  });
  return makeIndex(rows, location.href);
}

let loading;
/** Gives the index, which is asked for once. A page that was opened from a folder may not ask. */
function load() {
  const address = new URL(finder.dataset.index, location.href);
  const fetched = async () => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.statusText);
    const { pages, words, places } = await response.json();
    return makeIndex(pages, address, words, places);
  };
  loading ??= (location.protocol === 'file:' ? Promise.reject() : fetched()).catch(readList);
  return loading;
}
addEventListener('online', () => { loading = undefined; });

/** Gives a text with marks at the words that were looked for. */
function marked(text, isWanted) {
  return text.split(/([\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*)/u).map((piece, i) =>
    i % 2 && isWanted(piece) ? element('mark', '', piece) : piece);
}

function link({ href, title }, isWanted) {
  const a = element('a', '', ...marked(title, isWanted));
  a.href = href;
  return a;
}

/** Gives an element with some children, and without those that are undefined. */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter(Boolean));
  return made;
}

/** Tells of a text whether one of its words was looked for, or begins with what was. Two letters that are finished begin nothing. */
function wanted(query) {
  const words = cut(query).flatMap(({ pieces, joints }) => [...pieces, ...joints]);
  const begins = words.filter((word, i) => word.length > 2 || i === words.length - 1);
  const nouns = new Set(words.flatMap(bases));
  return (text) => cut(text).some(({ pieces: [word] }) =>
    begins.some((begin) => word.startsWith(begin)) || bases(word).some((base) => nouns.has(base)));
}

function showResults(results, query) {
  const isWanted = wanted(query);
  found.replaceChildren(...results.slice(0, MOST_PAGES).map(({ page, parts }) => element('li', '',
    element('h2', 'title', link(page, isWanted)),
    page.description && element('p', 'description', ...marked(page.description, isWanted)),
    parts.length && element('ul', '', ...parts.slice(0, MOST_PARTS).map((part) => element('li', '', link(part, isWanted)))))));
}

/** Says how many pages there are, in the form that the number has in the language of the page. */
function announce(count) {
  const { lang } = document.documentElement;
  const textOf = (category) => said.getAttribute('data-count-' + category); // data-one would be an event to html/template
  const form = count ? textOf(new Intl.PluralRules(lang).select(count)) ?? textOf('other') : textOf('none');
  said.textContent = form.replace('{count}', new Intl.NumberFormat(lang).format(count));
}

/** Writes what is looked for into an address, or takes it out. */
function withQuery(href) {
  const url = new URL(href);
  if (field.value) url.searchParams.set('q', field.value);
  else url.searchParams.delete('q');
  return url.href;
}

function remember() {
  if (withQuery(location.href) !== location.href) history.replaceState(history.state, '', withQuery(location.href));
}

let pause;
/** Shows what is found. An index that comes late is for what stands in the field by then. */
async function update() {
  const query = field.value;
  for (const there of document.querySelectorAll('a.switch')) there.href = withQuery(there.href);
  clearTimeout(pause);
  const isSearch = cut(query).length > 0;
  const results = isSearch ? findPages(await load(), query) : [];
  if (field.value !== query) return;
  showResults(results, query);
  list.hidden = isSearch;
  found.hidden = !isSearch;
  if (!isSearch) said.textContent = '';
  clearTimeout(pause);
  pause = setTimeout(() => {
    remember();
    if (isSearch) announce(results.length);
  }, PAUSE);
}

/** Moves the focus along the field and the links below it. */
function move(event, step) {
  const stops = [field, ...(found.hidden ? list : found).querySelectorAll('a')];
  const here = stops.indexOf(document.activeElement);
  if (here < 0 || !stops[here + step]) return;
  stops[here + step].focus();
  event.preventDefault();
}

addEventListener('keydown', (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const { activeElement } = document;
  if (event.key === 'ArrowDown') move(event, 1);
  else if (event.key === 'ArrowUp') move(event, -1);
  else if (event.key === 'Escape' && (activeElement === field || found.contains(activeElement))) {
    field.value = '';
    field.focus();
    event.preventDefault();
    update();
  }
});

finder.addEventListener('submit', async (event) => {
  event.preventDefault();
  await update();
  remember();
  found.querySelector('a')?.click();
});
found.addEventListener('click', remember);
field.addEventListener('input', update);

field.value ||= new URL(location.href).searchParams.get('q') ?? '';
if (field.value) update();
else load();
