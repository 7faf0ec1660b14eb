import type { Command } from 'prosemirror-state';
import { linkTarget } from '../../utils/mail-view/link-target';
import { insertWords } from './insert-words';

/** Makes what is chosen a link to what was typed, or writes it as one; `false`, and nothing changes, where no link may lead there. */
export const insertLink =
  (typed: string): Command =>
  ({ schema, selection: { from, to, empty }, tr }, dispatch) => {
    const href = linkTarget(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
    const mark = href ? schema.marks.link?.create({ href }) : undefined;
    if (!mark) return false;
    dispatch?.(empty ? insertWords(tr, schema.text(typed, [mark])) : tr.addMark(from, to, mark));
    return true;
  };
