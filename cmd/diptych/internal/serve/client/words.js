/* What the preview says, in the two languages of a page. */

export const WORDS = {
  fr: {
    error: { one: 'erreur', other: 'erreurs' },
    warning: { one: 'avertissement', other: 'avertissements' },
    elsewhere: { one: 'problème ailleurs', other: 'problèmes ailleurs' },
    finding: { one: 'constat', other: 'constats' },
    ofBlock: 'Constats sur ce bloc',
    findings: 'Comparaison des deux volets',
    review: 'Relire les deux volets côte à côte',
    pageConfirmed: 'La page est confirmée',
    blockConfirmed: 'Le bloc est confirmé',
    notConfirmed: 'Rien n’a été confirmé',
    severity: { error: 'Erreur', warning: 'Avertissement', info: 'Remarque' },
    title: 'Problèmes',
    otherPages: 'Sur d’autres pages',
    hint: 'Que faire',
    peer: 'Voir aussi',
    colon: '\u00a0: ',
    close: 'Fermer',
    escape: 'Échap',
    copy: 'Copier l’emplacement',
    open: 'Ouvrir dans l’éditeur',
    copied: 'Copié',
    opened: 'Ouvert',
    failed: 'Échec de la copie',
    spaces: 'Espaces insécables',
    ordinary: { one: 'ordinaire (U+00A0)', other: 'ordinaires (U+00A0)' },
    narrow: { one: 'fine (U+202F)', other: 'fines (U+202F)' },
    more: (n) => `Et ${n} autres : voir le terminal.`,
  },
  en: {
    error: { one: 'error', other: 'errors' },
    warning: { one: 'warning', other: 'warnings' },
    elsewhere: { one: 'problem elsewhere', other: 'problems elsewhere' },
    finding: { one: 'finding', other: 'findings' },
    ofBlock: 'Findings about this block',
    findings: 'The two halves compared',
    review: 'Review both halves side by side',
    pageConfirmed: 'The page is confirmed',
    blockConfirmed: 'The block is confirmed',
    notConfirmed: 'Nothing was confirmed',
    severity: { error: 'Error', warning: 'Warning', info: 'Note' },
    title: 'Problems',
    otherPages: 'On other pages',
    hint: 'What to do',
    peer: 'See also',
    colon: ': ',
    close: 'Close',
    escape: 'Esc',
    copy: 'Copy the place',
    open: 'Open in the editor',
    copied: 'Copied',
    opened: 'Opened',
    failed: 'Could not copy',
    spaces: 'No-break spaces',
    ordinary: { other: 'ordinary (U+00A0)' },
    narrow: { other: 'narrow (U+202F)' },
    more: (n) => `And ${n} more: see the terminal.`,
  },
};

/** The language of an answer of the server's, which is the page's; that of a page in both is the one that it begins
    with. */
export function languageOf({ lang }) {
  return [lang, document.documentElement.lang.slice(0, 2)].find((code) => code in WORDS) ?? 'en';
}

/** A number and what it counts, of which `forms` has the plural forms. */
export function counted(n, forms, lang) {
  const form = new Intl.PluralRules(lang).select(n);
  return `${n.toLocaleString(lang)}\u00a0${forms[form] ?? forms.other}`;
}
