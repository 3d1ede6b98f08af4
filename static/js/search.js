'use strict';
// Search, on the page that lists all pages. Without script that list is all there is, and it is enough. The index comes when
// a reader first turns to the field. What a word is, and what its plural may be, is as the package search of the tool has it.

// Words.

const letters = {
  œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ',
  '‘': "'", '’': "'", 'ʼ': "'", '‐': '-', '‑': '-',
};

/** Gives what is left of a text when accents, capitals and typography don't count. */
function fold(text) {
  return text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase()
    .replace(/[œæßøłđðþıς‘’ʼ‐‑]/g, (letter) => letters[letter]);
}

const elided = new Set('c d j l m n s t qu jusqu lorsqu puisqu quoiqu'.split(' '));

/** Gives the pieces between apostrophes, without a possessive and what French elides. */
function bare(part) {
  const pieces = part.split("'").filter(Boolean);
  if (pieces.length > 1 && pieces.at(-1) === 's') pieces.pop();
  return pieces.filter((piece, i) => i === pieces.length - 1 || !elided.has(piece));
}

/**
 * Gives the words of a text in order. Each is its pieces, of more than one letter; where there are several, all of them as one;
 * and those of each part between hyphens: « l’après-guerre » is apres and guerre, or apresguerre.
 */
function cut(text) {
  const folded = fold(text).replace(/\b\d{1,3}(?:[ ,]\d{3})+\b/g, (number) => number.replace(/[ ,]/g, ''));
  const compounds = folded.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['-]+[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu) ?? [];
  return compounds.map((compound) => {
    const parts = compound.split('-').map(bare);
    const every = parts.flat();
    const several = [every, ...parts.filter(({ length }) => length < every.length)].filter(({ length }) => length > 1);
    return {
      pieces: every.filter((piece) => !/^[a-z]$/.test(piece)),
      joints: several.map((pieces) => pieces.join('')).filter((joint) => !/^\d*$/.test(joint)),
    };
  }).filter(({ pieces, joints }) => pieces.length || joints.length);
}

const numbers = {
  fr: {
    endings: [['s', ''], ['ux', 'u'], ['aux', 'al']],
    irregular: {
      ans: 'an', baux: 'bail', coraux: 'corail', soupiraux: 'soupirail', travaux: 'travail', vantaux: 'vantail',
      vitraux: 'vitrail', yeux: 'oeil',
    },
    unlike: 'apres congres cours dans divers envers fils fois fonds mais mars mets mois plus pres revers sans sens sous suis tous vers',
  },
  en: {
    endings: [['s', ''], ['ies', 'y'], ['ses', 's'], ['ses', 'sis'], ['xes', 'x'], ['zes', 'z'], ['ches', 'ch'],
      ['shes', 'sh'], ['oes', 'o'], ['men', 'man']],
    irregular: {
      children: 'child', criteria: 'criterion', feet: 'foot', halves: 'half', knives: 'knife', lives: 'life', men: 'man',
      shelves: 'shelf', wives: 'wife',
    },
    unlike: 'arms customs does goods mars means news omen plus thus yemen',
  },
};
const number = numbers[document.documentElement.lang.slice(0, 2)] ?? numbers.en;
const irregular = new Map(Object.entries(number.irregular)); // an object has more than one put into it: "constructor"
const unlike = new Set(number.unlike.split(' '));

/** Gives a word and what it may be the plural of. Two words are the same noun if they have one of these in common. */
function bases(word) {
  const found = irregular.has(word) ? [word, irregular.get(word)] : [word];
  if (!/^[a-z]{4,}$/.test(word) || unlike.has(word) || word.endsWith('ss')) return found;
  for (const [plural, singular] of number.endings) {
    const base = word.slice(0, -plural.length) + singular;
    if (word.endsWith(plural) && base.length > 2) found.push(base);
  }
  return found;
}

// The index: pages, their parts as units numbered over the whole site, and words with the units in which they stand.

const BODY = 2;
const TITLE = 4;

const alphabet = " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
const digits = new Map([...alphabet].map((character, i) => [character, i]));

/** Reads the units of one word after the other: their gaps are digits in base 31, of which each says whether it is the last. */
function* readPlaces(code) {
  let units = [];
  let last = -1;
  let gap = 0;
  for (const character of code) {
    const digit = digits.get(character);
    gap = gap * 31 + digit % 31;
    if (digit < 31) continue;
    units.push(last += gap + 1);
    gap = 0;
    if (digit < 62) continue;
    yield units;
    [units, last] = [[], -1];
  }
}

/** Gives an index of pages, each of [title, href, description, id, title, id, title…], and of what is encoded of their words. */
function makeIndex(rows, address, words = '', places = '') {
  const index = { pages: [], units: 0, words: new Map(), nouns: new Map() };
  const lists = readPlaces(places);
  let last = '';
  for (const [, shared, rest] of words.matchAll(/([A-Z])([^A-Z]*)/g)) {
    last = last.slice(0, shared.charCodeAt(0) - 65) + rest;
    entryOf(index, last).body = lists.next().value;
  }
  for (const [title, href, description, ...parts] of rows) {
    const page = { title, href: new URL(href, address).href, description, first: index.units, parts: [] };
    index.pages.push(page);
    say(index, description, 'body');
    say(index, title, 'title');
    index.units++;
    for (let i = 0; i < parts.length; i += 2) {
      page.parts.push({ href: page.href + '#' + encodeURIComponent(parts[i]), title: parts[i + 1] });
      say(index, parts[i + 1], 'title');
      index.units++;
    }
  }
  return index;
}

/** Gives what the index knows of a word, which may be new to it. */
function entryOf(index, word) {
  let entry = index.words.get(word);
  if (entry) return entry;
  entry = { body: [], title: [] };
  index.words.set(word, entry);
  for (const base of bases(word)) {
    if (index.nouns.has(base)) index.nouns.get(base).push(entry);
    else index.nouns.set(base, [entry]);
  }
  return entry;
}

/** Puts down that the unit at hand says a text. */
function say(index, text, where) {
  for (const { pieces, joints } of cut(text)) {
    for (const word of [...pieces, ...joints]) entryOf(index, word)[where].push(index.units);
  }
}

// Finding.

/** Gives for each unit how well it has a word: 0, BODY or TITLE, and 1 more where it is not only one that begins with it. */
function levels(index, word, asPrefix) {
  const found = new Uint8Array(index.units);
  const add = (entry, exact) => {
    for (const unit of entry.body) found[unit] = Math.max(found[unit], BODY + exact);
    for (const unit of entry.title) found[unit] = Math.max(found[unit], TITLE + exact);
  };
  if (asPrefix) for (const [form, entry] of index.words) if (form.startsWith(word)) add(entry, 0);
  for (const base of bases(word)) index.nouns.get(base)?.forEach((entry) => add(entry, 1));
  return found;
}

const all = (lists) => lists.reduce((a, b) => a.map((level, i) => Math.min(level, b[i])));
const any = (lists) => lists.reduce((a, b) => a.map((level, i) => Math.max(level, b[i])));

/**
 * Gives the pages that have all words of a query, the best first: in one part, or else in several. A word with hyphens may be
 * there in its pieces or as one. The last word may be one that is not finished; if nothing is found, so may all.
 */
function findPages(index, query) {
  const terms = cut(query);
  const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(query);
  const first = rank(index, terms, (term) => unfinished && term === terms.at(-1));
  return first.length ? first : rank(index, terms, () => true);
}

function rank(index, terms, asPrefix) {
  const lists = terms.map((term) => {
    const ways = [term.pieces, term.joints.slice(0, 1)].filter(({ length }) => length);
    return any(ways.map((words) => all(words.map((word, i) => levels(index, word, asPrefix(term) && i === words.length - 1)))));
  });
  const units = all(lists);
  const results = [];
  for (const page of index.pages) {
    const end = page.first + page.parts.length + 1;
    const own = units.subarray(page.first, end);
    const best = Math.max(...own);
    const spread = lists.every((list) => list.subarray(page.first, end).some(Boolean));
    if (!best && !spread) continue;
    const parts = page.parts.map((part, i) => ({ part, level: own[i + 1] })).filter(({ level }) => level);
    parts.sort((a, b) => b.level - a.level);
    results.push({ page, parts: parts.map(({ part }) => part), score: own[0] >= TITLE ? own[0] + TITLE : best });
  }
  return results.sort((a, b) => b.score - a.score);
}

// The page.

const MOST_PAGES = 20;
const MOST_PARTS = 5;
const PAUSE = 400; // in ms: who types is not told of each letter, and the address is written when a word stands

const finder = document.querySelector('form.finder');
const field = finder.querySelector('input');
const said = finder.querySelector('output');
const found = document.querySelector('.found');
const list = document.querySelector('.pages');

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

/** Gives a link whose text has marks at the words that were looked for. */
function link({ href, title }, isWanted) {
  const a = document.createElement('a');
  a.href = href;
  for (const [i, text] of title.split(/([\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*)/u).entries()) {
    const mark = i % 2 && isWanted(text) && document.createElement('mark');
    if (mark) mark.textContent = text;
    a.append(mark || text);
  }
  return a;
}

/** Gives an element with some children, and without those that are undefined. */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter(Boolean));
  return made;
}

/** Tells of a text whether one of its words was looked for, or begins with what was. */
function wanted(query) {
  const words = cut(query).flatMap(({ pieces, joints }) => [...pieces, ...joints]);
  const nouns = new Set(words.flatMap(bases));
  return (text) => cut(text).some(({ pieces: [word] }) =>
    words.some((begin) => word.startsWith(begin)) || bases(word).some((base) => nouns.has(base)));
}

function showResults(results, query) {
  const isWanted = wanted(query);
  found.replaceChildren(...results.slice(0, MOST_PAGES).map(({ page, parts }) => element('li', '',
    element('p', 'title', link(page, isWanted)),
    page.description && element('p', 'description', page.description),
    parts.length && element('ul', '', ...parts.slice(0, MOST_PARTS).map((part) => element('li', '', link(part, isWanted)))))));
}

/** Says how many pages there are, in the form that the number has in the language of the page. */
function announce(count) {
  const { lang } = document.documentElement;
  const forms = said.dataset;
  const form = count ? forms[new Intl.PluralRules(lang).select(count)] ?? forms.other : forms.none;
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
  else if (event.key === '/' && !activeElement.matches('input, textarea, select, [contenteditable]')) {
    field.focus();
    event.preventDefault();
  } else if (event.key === 'Escape' && (activeElement === field || found.contains(activeElement))) {
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
field.addEventListener('focus', load);
field.addEventListener('input', update);

field.value = new URL(location.href).searchParams.get('q') ?? field.value;
finder.hidden = false;
if (field.value) update();
