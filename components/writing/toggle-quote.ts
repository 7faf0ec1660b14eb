import { lift, wrapIn } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';
import { standsIn } from './stands-in';

/** Makes a quote of the lines, or takes them out of it. */
export const toggleQuote: Command = (state, dispatch, view) => {
  const type = state.schema.nodes.blockquote;
  if (!type) return false;
  return (standsIn(state, 'blockquote') ? lift : wrapIn(type))(state, dispatch, view);
};
