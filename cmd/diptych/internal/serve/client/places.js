/* A place in the source: it is opened in the editor, where the preview has one, or else copied. */

import { element } from './layer.js';

/** Opens a place, or copies its text; gives the word of `words` for what was done. `root` is where a field may stand for a
    moment; `editor` tells whether there is one, and `token` is this run's. */
export async function openOrCopy({ address, root, words, editor, token }, { file, line, column }) {
  const text = placeText({ file, line, column });
  return (editor && await openInEditor(address, token, { file, line, column }, words)) || copy(root, text, words);
}

/** A place as text: file:line:column, without the parts that are not known. */
export function placeText({ file, line, column }) {
  return [file, line, line && column].filter(Boolean).join(':');
}

async function openInEditor(address, token, { file, line, column }, words) {
  const query = new URLSearchParams({ file, line: line ?? 0, column: column ?? 0, token });
  const answer = await fetch(`${address('open')}?${query}`, { method: 'POST' }).catch(() => null);
  return answer?.ok ? words.opened : null;
}

// The clipboard proper is there only in a secure context, which a colleague's view over the network is not.
async function copy(root, text, words) {
  try {
    await navigator.clipboard.writeText(text);
    return words.copied;
  } catch {
    return copySelected(root, text) ? words.copied : words.failed;
  }
}

function copySelected(root, text) {
  const held = (root.activeElement ? root : document).activeElement;
  const field = element('textarea', { className: 'unseen', value: text });
  root.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  held?.focus({ preventScroll: true });
  return done;
}
