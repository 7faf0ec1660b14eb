import type { Node } from 'prosemirror-model';
import { Selection, type Transaction } from 'prosemirror-state';

/** Puts words or a unit in place of what is chosen, and the cursor behind them. */
export function insertWords(tr: Transaction, ...words: Node[]): Transaction {
  const { from, to } = tr.selection;
  const since = tr.mapping.maps.length;
  tr.replaceWith(from, to, words);
  return tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.slice(since).map(to)), -1));
}
