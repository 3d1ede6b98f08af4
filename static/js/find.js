'use strict';
// What search.js finds, and nothing of the page that shows it: words, the index, and the pages that have all words of a query.
// What a word is, and what its plural may be, is as the package search of the tool has it, which writes the index.

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
    if (!/['-]/.test(compound)) return { pieces: /^[a-z]$/.test(compound) ? [] : [compound], joints: [] }; // as most are
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

const digits = new Uint8Array(128); // by their code: all of ASCII that can be seen, save what JSON escapes
for (let code = 32, digit = 0; code < 127; code++) if (code !== 34 && code !== 92) digits[code] = digit++;

/** Reads the units of a word: the gaps between them are digits in base 31, of which each says whether it is a gap's last. */
function readUnits(code) {
  const units = [];
  let last = -1;
  let gap = 0;
  for (let i = 0; i < code.length; i++) {
    const digit = digits[code.charCodeAt(i)];
    gap = gap * 31 + digit % 31;
    if (digit < 31) continue;
    units.push(last += gap + 1);
    gap = 0;
  }
  return units;
}

/** Gives an index of pages, each of [title, href, description, id, title, id, title…], and of what is encoded of their words. */
function makeIndex(rows, address, words = '', places = '') {
  const index = { pages: [], units: 0, words: new Map(), nouns: new Map() };
  const codes = places.match(/[^`-~]*[`-~]/g); // a word's last digit is one of the last 31
  let last = '';
  for (const [i, word] of (words.match(/[A-Z][^A-Z]*/g) ?? []).entries()) {
    last = last.slice(0, word.charCodeAt(0) - 65) + word.slice(1);
    entryOf(index, last).code = codes[i];
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
  entry = { code: '', body: [], title: [] };
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
    if (entry.code) entry.body = entry.body.concat(readUnits(entry.code));
    entry.code = ''; // what is asked for once will be asked for again, with the next key
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
  if (!terms.length) return [];
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
