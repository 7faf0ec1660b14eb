import type { EditorState, Transaction } from 'prosemirror-state';

/** The state a command sees that goes on where a transaction has come to: what it does becomes a part of that, and is undone with it. */
export const continued = (state: EditorState, tr: Transaction): EditorState =>
  Object.create(state, {
    doc: { value: tr.doc },
    selection: { value: tr.selection },
    storedMarks: { value: tr.storedMarks },
    tr: { value: tr },
  });
