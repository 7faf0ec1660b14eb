import { lift } from 'prosemirror-commands';
import { Slice } from 'prosemirror-model';
import { type Command, TextSelection } from 'prosemirror-state';

/** Backspace at the beginning of a line of a quote, but its first, takes it out; behind a quote, the line goes to the end of its last. */
export const backspaceAtQuote: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset !== 0 || $from.depth < 1 || $from.index(-1) === 0) return false;
  const { blockquote } = state.schema.nodes;
  if ($from.node(-1).type === blockquote) return lift(state, dispatch, view);
  const previous = $from.node(-1).child($from.index(-1) - 1);
  if (previous.type !== blockquote || !previous.lastChild?.isTextblock) return false;
  const end = $from.before() - 2;
  const tr = state.tr.replace(end, $from.after(), new Slice($from.parent.content, 0, 0));
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
  return true;
};
