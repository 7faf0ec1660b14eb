import type { Node, NodeType } from 'prosemirror-model';
import { liftListItem, wrapRangeInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { canJoin } from 'prosemirror-transform';
import { ancestor } from './ancestor';
import { clearBlocks } from './clear-blocks';
import { continued } from './continued';

const isList = ({ type }: Node) => type.isInGroup('list');

/** Makes a list of the lines, takes them out of it, or makes it one of the other kind. */
export const toggleList =
  (name: 'bulletList' | 'orderedList'): Command =>
  (state, dispatch) => {
    const { [name]: listType, listItem } = state.schema.nodes;
    const range = state.selection.$from.blockRange(state.selection.$to);
    if (!listType || !listItem || !range) return false;
    const around = ancestor(state.selection.$from, isList);
    const whole = wholeList(state);
    const list = whole ?? (around && range.depth >= 1 && range.depth - around.depth <= 1 ? around : undefined);
    const { tr } = state;
    if (list?.node.type === listType) {
      // Where everything is chosen, the list's inside is: a list can only be left from within.
      if (whole) tr.setSelection(TextSelection.between(tr.doc.resolve(1), tr.doc.resolve(list.node.nodeSize - 1)));
      return liftListItem(listItem)(continued(state, tr), dispatch);
    }
    if (list) {
      tr.setNodeMarkup(list.pos, listType);
    } else if (!wrapRangeInList(tr, range, listType)) {
      clearBlocks(tr);
      const cleared = tr.selection.$from.blockRange(tr.selection.$to);
      if (cleared && wrapRangeInList(tr, cleared, listType)) tr.scrollIntoView();
    } else tr.scrollIntoView();
    joinBefore(tr, listType);
    joinAfter(tr, listType);
    dispatch?.(tr);
    return true;
  };

/** The list a text consists of, where all of it is chosen. */
function wholeList({ doc, selection: { from, to } }: EditorState) {
  const node = doc.childCount === 1 ? doc.firstChild : null;
  return node && isList(node) && from === 0 && to === doc.content.size ? { node, pos: 0 } : undefined;
}

/** Lists that count otherwise stay apart. */
const alike = (a: Node, b: Node | null | undefined) => a.type === b?.type && counting(a) === counting(b);
const counting = ({ attrs: { type } }: Node) => (!type || type === '1' ? null : type);

function joinBefore(tr: Transaction, listType: NodeType) {
  const list = ancestor(tr.selection.$from, ({ type }) => type === listType);
  const before = list && tr.doc.resolve(list.pos).nodeBefore;
  if (list && alike(list.node, before) && canJoin(tr.doc, list.pos)) tr.join(list.pos);
}

function joinAfter(tr: Transaction, listType: NodeType) {
  const list = ancestor(tr.selection.$from, ({ type }) => type === listType);
  if (!list) return;
  const end = list.pos + list.node.nodeSize;
  if (alike(list.node, tr.doc.resolve(end).nodeAfter) && canJoin(tr.doc, end)) tr.join(end);
}
