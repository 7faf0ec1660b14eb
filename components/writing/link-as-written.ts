import type { MarkType } from 'prosemirror-model';
import { Plugin, Selection } from 'prosemirror-state';
import { linkOf, typedLinks } from '../../utils/mail-view/typed-link';

/** An address pasted onto chosen words makes them a link there. */
export const linkOnWords = (type: MarkType) =>
  new Plugin({
    props: {
      handlePaste(view, event) {
        const href = linkOf(event.clipboardData?.getData('text/plain') ?? '');
        const { from, to, empty } = view.state.selection;
        if (href === undefined || empty) return false;
        view.dispatch(view.state.tr.addMark(from, to, type.create({ href })));
        return true;
      },
    },
  });

/** An address becomes a link when the word is over. */
export const linkAfterWord = (type: MarkType) =>
  new Plugin({
    appendTransaction(transactions, before, { doc, selection, tr }) {
      // What was written, not what was taken back or taken away.
      const undone = transactions.some((one) => one.getMeta('history$'));
      if (undone || !selection.empty || doc.content.size <= before.doc.content.size) return null;
      const { $from } = selection;
      // Behind a space, or at the beginning of the next line.
      const atStart = $from.parentOffset === 0 && $from.depth > 0;
      const at = atStart ? Selection.findFrom(doc.resolve($from.before()), -1, true)?.$from : $from;
      const text = at?.parent.textBetween(0, at.parentOffset, undefined, '\ufffc') ?? '';
      const word = /(\S+)(\s?)$/.exec(text);
      if (!at || !word || (!atStart && !word[2])) return null;
      const start = at.start() + word.index;
      for (const { from, to, href } of typedLinks(word[1] ?? '')) {
        if (!doc.rangeHasMark(start + from, start + to, type)) tr.addMark(start + from, start + to, type.create({ href }));
      }
      return tr.docChanged ? tr : null;
    },
  });
