import type { MarkType } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';

/** Takes the signs around words away and marks the words: the last group of the match. Where there is none, all that was found is marked. */
export function markBySigns(tr: Transaction, type: MarkType, match: readonly string[], from: number, to: number) {
  const [whole = ''] = match;
  const words = match.at(-1) ?? '';
  const spaces = whole.search(/\S/);
  const start = from + whole.indexOf(words);
  const end = start + words.length;
  if (end < to) tr.delete(end, to);
  if (start > from) tr.delete(from + spaces, start);
  tr.addMark(from + spaces, from + spaces + words.length, type.create());
}
