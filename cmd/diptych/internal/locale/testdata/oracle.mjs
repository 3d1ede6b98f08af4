// Writes what CLDR says, through the Intl of Node and nothing else: testdata/intl.json, against which the tests hold the
// package, and countries.tsv, which the package embeds. Run `node oracle.mjs` anywhere, with a Node that has full ICU;
// then run the tests, and read the difference before committing it. Only a newer CLDR should make one.
//
// The names of countries have no second source, so for them the tests look for gaps and not for errors.

import {writeFileSync} from 'node:fs';

const locales = ['fr', 'fr-CA', 'en-GB', 'en-CA', 'en-US'];

const pad = n => String(n).padStart(2, '0');
const days = [1, 2, 25, 31];
const dates = [...Array(12).keys()].flatMap(m => days.map(d => `2023-${pad(m + 1)}-${pad(d)}`))
  .filter(text => new Date(text).getUTCDate() === Number(text.slice(8))) // no 31 June
  .concat('2024-02-29', '0999-12-25');

const ranges = [
  '2023-06-25/2023-06-25', '2023-06-25/2023-06-26', '2023-12-01/2023-12-03', '2023-12-01/2023-12-31',
  '2023-06-25/2023-07-03', '2023-06-30/2023-07-01', '2023-08-01/2023-10-02', '2023-12-31/2024-01-01',
  '2023-06-25/2024-06-25',
];

const times = ['00:00', '00:05', '08:05', '09:30', '11:59', '12:00', '12:01', '14:15', '16:00', '23:59'];

const moments = [
  '2023-07-18T14:15/2023-07-18T14:15', '2023-07-18T14:15/2023-07-18T16:00', '2023-07-18T08:05/2023-07-18T09:30',
  '2023-07-18T10:00/2023-07-18T16:30', '2023-12-01T10:00/2023-12-01T12:00', '2023-07-18T12:00/2023-07-18T14:15',
  '2023-07-18T14:15/2023-07-19T16:00', '2023-12-31T22:00/2024-01-01T02:30',
];

const integers = ['0', '7', '999', '1000', '9999', '10000', '1234567', '-7', '-1000', '-1234567',
  '9223372036854775807', '-9223372036854775808'];

// The number, and the digits after its decimal mark.
const decimals = ['0/0', '0/2', '1250.5/1', '1250.5/0', '1250.5/2', '-1250.5/0', '1234567.89/2', '1234567.89/1',
  '0.125/2', '2.5/0', '1.005/2', '999.995/2', '-0.001/2', '-0.4/0', '-1234.5678/3', '1e15/0', '1e21/0', '1e-7/7',
  '0.1/20', 'Infinity/2', '-Infinity/0', 'NaN/1'];

const lists = ['a', 'a|b', 'a|b|c', 'a|b|c|d', 'Norvège|Sri Lanka|Barbade'];

const sizes = ['0', '1', '2', '512', '999', '1000', '1500', '9994', '9995', '99940', '99950', '214000', '999499',
  '999500', '4350000', '5515000', '5520000', '12340000', '1000000000', '7250000000', '3000000000000',
  '999500000000000'];

const countries = ['AG', 'CI', 'EU', 'GB', 'KN', 'NL', 'PS', 'SH', 'TL', 'TT', 'UN', 'VA', 'VN', 'XK'];

const words = ['cote', 'côte', 'coté', 'côté', 'Côté', 'Cote', 'œuvre', 'Œuvre', 'ouvrage', 'oeil', 'ofen', 'œ', 'oe',
  'États-Unis', 'Etats-Unis', 'Égypte', 'Espagne', 'Émirats arabes unis', 'Emirats', 'Équateur', 'Pays-Bas', 'Pays',
  'Pays basque', 'paysage', 'Paysage', 'l’été', 'l’eau', 'L’Été', 'a', 'A', 'à', 'À', 'ab', 'zéro', 'Zèbre', 'Île',
  'ile', 'Île-de-France', 'Saint-Martin', 'Saint Martin', '1', '2', '10', '« Paris »', 'naïve', 'naive', 'Ænigma'];

const instant = text => new Date(text.includes('T') ? text + 'Z' : text + 'T00:00Z');
const ends = text => text.split('/').map(instant);

// CLDR has a clock of 24 hours for en-GB, and our preset is that of the United Nations, of 12.
const hours = locale => locale === 'en-GB' ? {hourCycle: 'h12'} : {};

function answers(locale) {
  const day = new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: 'UTC'});
  const time = new Intl.DateTimeFormat(locale, {timeStyle: 'short', timeZone: 'UTC', ...hours(locale)});
  const moment = new Intl.DateTimeFormat(locale,
    {dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC', ...hours(locale)});
  const list = new Intl.ListFormat(locale, {type: 'conjunction'});
  const number = digits =>
    new Intl.NumberFormat(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits});
  const regions = new Intl.DisplayNames(locale, {type: 'region'});
  const each = (inputs, answer) => Object.fromEntries(inputs.map(input => [input, answer(input)]));
  return {
    date: each(dates, text => day.format(instant(text))),
    range: each(ranges, text => day.formatRange(...ends(text))),
    time: each(times, text => time.format(instant('2023-01-01T' + text))),
    moment: each(moments, text => moment.formatRange(...ends(text))),
    integer: each(integers, text => number(0).format(BigInt(text))),
    decimal: each(decimals, text => number(Number(text.split('/')[1])).format(Number(text.split('/')[0]))),
    list: each(lists, text => list.format(text.split('|'))),
    size: each(sizes, text => size(locale, Number(text))),
    country: each(countries, code => regions.of(code)),
    sorted: {[words.join('|')]: [...words].sort(new Intl.Collator(locale).compare).join('|')},
  };
}

// The unit is the largest whose number, rounded to three digits, is at least one.
function size(locale, bytes) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'];
  const value = i => Number((bytes / 1000 ** i).toPrecision(3));
  const best = bytes < 1000 ? 0 : units.findLastIndex((_, i) => value(i) >= 1);
  return new Intl.NumberFormat(locale, {style: 'unit', unit: units[best], unitDisplay: best === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3}).format(bytes / 1000 ** best);
}

// Codes that CLDR names and ISO 3166-1 doesn't assign: reserved for postal and other uses, CLDR's own, and "unknown".
const unassigned = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EZ', 'IC', 'QO', 'TA', 'XA', 'XB', 'ZZ']);

// A withdrawn code has another for its canonical form: DD is DE.
function codes() {
  const named = new Intl.DisplayNames('fr', {type: 'region', fallback: 'none'});
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap(a => letters.map(b => a + b)).filter(code => named.of(code) !== undefined
    && new Intl.Locale('und-' + code).region === code && !unassigned.has(code));
}

function table() {
  const columns = ['fr', 'en-GB', 'fr-CA', 'en-CA', 'en-US'];
  const names = columns.map(locale => new Intl.DisplayNames(locale, {type: 'region'}));
  const row = code => names.map((n, i) => {
    const base = columns[i].startsWith('fr') ? 0 : 1;
    return i > base && n.of(code) === names[base].of(code) ? '' : n.of(code);
  });
  return [['code', ...columns], ...codes().map(code => [code, ...row(code)])];
}

const here = name => new URL(name, import.meta.url);
const golden = {cldr: process.versions.cldr, locales: Object.fromEntries(locales.map(l => [l, answers(l)]))};
writeFileSync(here('intl.json'), JSON.stringify(golden, null, 1) + '\n');
writeFileSync(here('../countries.tsv'), table().map(cells => cells.join('\t') + '\n').join(''));
