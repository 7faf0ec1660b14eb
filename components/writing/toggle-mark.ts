import type { Command } from 'prosemirror-state';
import { standsIn } from './stands-in';

/** Bold or italic, on and off: for what is chosen, or what is written next. */
export const toggleMark =
  (name: 'bold' | 'italic'): Command =>
  (state, dispatch) => {
    const type = state.schema.marks[name];
    if (!type) return false;
    const { tr, selection } = state;
    if (standsIn(state, name)) {
      for (const { $from, $to } of selection.ranges) tr.removeMark($from.pos, $to.pos, type);
      tr.removeStoredMark(type);
    } else if (selection.empty) {
      tr.addStoredMark(type.create());
    } else {
      for (const { $from, $to } of selection.ranges) tr.addMark($from.pos, $to.pos, type.create());
    }
    dispatch?.(tr);
    return true;
  };
