import { joinTextblockBackward, joinTextblockForward } from 'prosemirror-commands';
import { undoInputRule } from 'prosemirror-inputrules';
import { Fragment, type Node } from 'prosemirror-model';
import { liftListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, TextSelection } from 'prosemirror-state';
import { joinPoint } from 'prosemirror-transform';
import { ancestor } from './ancestor';
import { continued } from './continued';
import { keptMarks } from './kept-marks';
import { standsIn } from './stands-in';

const isItem = ({ type }: Node) => type.name === 'listItem';
const isList = ({ type }: Node) => type.isInGroup('list');

/** Enter in an item begins the next one; in an empty one of a list within a list, one of the list around. */
export const splitItem: Command = (state, dispatch) => {
  const { listItem } = state.schema.nodes;
  if (!listItem) return false;
  const { $from } = state.selection;
  const leaves = $from.depth > 1 && $from.parent.content.size === 0 && $from.node(-1).childCount === $from.indexAfter(-1);
  const marks = leaves ? undefined : keptMarks(state);
  return splitListItem(listItem)(state, dispatch && ((tr) => dispatch(marks ? tr.ensureMarks(marks) : tr)));
};

/** Backspace at the beginning of an item takes it out of the list; at the beginning of the line behind a list, the line goes into its last item. */
export const backspaceInList: Command = (state, dispatch, view) => {
  if (undoInputRule(state, dispatch, view)) return true;
  const { selection, schema, doc, tr } = state;
  const { listItem } = schema.nodes;
  const { $from, $anchor, empty } = selection;
  if (!empty || !listItem) return false;
  if (standsIn(state, 'listItem')) {
    const inItem = $from.parentOffset === 0 && $from.node(-1).type === listItem && $from.index(-1) === 0;
    return inItem && liftListItem(listItem)(state, dispatch);
  }
  const $list = doc.resolve(Math.max(0, $anchor.pos - 2));
  if (!isList($list.node())) return false;
  let last: { node: Node; pos: number } | undefined;
  $list.node().descendants((node, pos) => {
    if (isItem(node)) last = { node, pos };
  });
  if (!last) return false;
  const end = $list.start() + last.pos + last.node.nodeSize - 1;
  tr.delete($anchor.before(), $anchor.after()).insert(end, $anchor.parent);
  tr.setSelection(TextSelection.create(tr.doc, end + 1));
  joinTextblockBackward(continued(state, tr), () => undefined);
  dispatch?.(tr);
  return true;
};

/** Delete at the end of an item brings what comes next into it. */
export const deleteInList: Command = (state, dispatch, view) => {
  const { selection, doc, tr } = state;
  const { $from, $anchor, empty } = selection;
  const item = standsIn(state, 'listItem') ? ancestor($from, isItem) : undefined;
  if (!item || !empty || $anchor.pos + 1 !== item.pos + item.node.nodeSize - 1) return false;
  const isLast = $from.index(item.depth - 1) === $from.node(item.depth - 1).childCount - 1;
  // The item that comes next is one of the list around.
  if (isLast && ancestor(doc.resolve(item.pos), isItem)) return joinTextblockForward(state, dispatch, view);
  const point = joinPoint(doc, $from.pos, 1);
  const $point = typeof point === 'number' ? doc.resolve(point) : undefined;
  if (!$point?.nodeBefore || !$point.nodeAfter) return false;
  try {
    tr.join($point.pos, 2);
  } catch {
    // What follows does not fit into an item.
    return false;
  }
  dispatch?.(tr);
  return true;
};

/** Delete before a list within the item, of which an item has more than one block: its items become items of this list. */
export const hoistInnerList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const item = ancestor($from, isItem);
  if (!empty || !item || !$from.parent.isTextblock || $from.parentOffset !== $from.parent.content.size) return false;
  const next = item.node.maybeChild($from.index(item.depth) + 1);
  const inner = state.doc.resolve($from.after()).nodeAfter;
  if (!next || !inner || !isList(next) || !isList(inner)) return false;
  if (!next.children.some((child) => isItem(child) && child.childCount > 1)) return false;
  const { tr } = state;
  tr.delete($from.after(), $from.after() + inner.nodeSize);
  tr.insert(tr.mapping.map($from.after(item.depth)), inner.content);
  tr.setSelection(state.selection.map(tr.doc, tr.mapping));
  dispatch?.(tr);
  return true;
};

/** Tab at the beginning of the line behind a list takes it into the last item. */
export const tabIntoList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset !== 0 || !$from.parent.isTextblock || $from.depth < 1 || standsIn(state, 'listItem')) return false;
  const list = $from.node(-1).maybeChild($from.index(-1) - 1);
  const last = list && isList(list) ? list.lastChild : null;
  const block = Fragment.from($from.parent);
  if (!last?.canReplace(last.childCount, last.childCount, block)) return false;
  const end = $from.before() - 2;
  const tr = state.tr.delete($from.before(), $from.after()).insert(end, block);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  return true;
};
