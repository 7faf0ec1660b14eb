import type { MarkType, NodeType } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';

/** Whether the cursor stands in, or all that is chosen is, of this kind: bold, a list, a quote. */
export function standsIn(state: EditorState, name: string): boolean {
  const { nodes, marks } = state.schema;
  const mark = marks[name];
  const node = nodes[name];
  return mark ? isMarked(state, mark) : node !== undefined && isWithin(state, node);
}

function isMarked({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean {
  if (selection.empty) return type.isInSet(storedMarks ?? selection.$from.marks()) !== undefined;
  let some = false;
  let all = true;
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, (node) => {
      if (!node.isText && node.marks.length === 0) return;
      some = true;
      all &&= type.isInSet(node.marks) !== undefined;
    });
  }
  return some && all;
}

function isWithin({ selection: { from, to, empty }, doc }: EditorState, type: NodeType): boolean {
  let found = false;
  let covered = 0;
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.type !== type) return;
    found = true;
    covered += Math.min(to, pos + node.nodeSize) - Math.max(from, pos);
  });
  return found && (empty || covered >= to - from);
}
