import type { Node } from 'prosemirror-model';

/** Whether nothing is written: no letter, no line break, no picture, though perhaps lines and lists for them. */
export function isEmpty(doc: Node): boolean {
  let empty = true;
  doc.descendants(({ isLeaf }) => {
    empty &&= !isLeaf;
  });
  return empty;
}
