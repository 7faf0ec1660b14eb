import type { Node } from 'prosemirror-model';
import { type Command, TextSelection } from 'prosemirror-state';

/** Takes the link the cursor stands in away as a whole; its words stay, chosen. */
export const removeLink: Command = ({ schema: { marks }, selection: { $from, from, to, ranges }, tr }, dispatch) => {
  const { link } = marks;
  if (!link) return false;
  const linkOf = (node: Node | null | undefined) => (node ? link.isInSet(node.marks) : undefined);
  const { parent, parentOffset } = $from;
  const at = [parent.childAfter(parentOffset), parent.childBefore(parentOffset)].find(({ node }) => linkOf(node));
  const mark = linkOf(at?.node);
  let chosen = ranges.map(({ $from: start, $to: end }) => ({ from: start.pos, to: end.pos }));
  if (at && mark) {
    let [first, last] = [at.index, at.index];
    while (linkOf(parent.maybeChild(first - 1))?.eq(mark)) first--;
    while (linkOf(parent.maybeChild(last + 1))?.eq(mark)) last++;
    const [start, end] = [$from.posAtIndex(first), $from.posAtIndex(last + 1)];
    if (start <= from && end >= to) {
      tr.setSelection(TextSelection.create(tr.doc, start, end));
      chosen = [{ from: start, to: end }];
    }
  }
  for (const range of chosen) tr.removeMark(range.from, range.to, link);
  dispatch?.(tr.removeStoredMark(link));
  return true;
};
