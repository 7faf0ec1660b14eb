import type { Node } from 'prosemirror-model';

/** A written text, or a part of it, without its looks: a colleague by name, `between` before each block. */
export function writingText(doc: Node, between: string, from = 0, to = doc.content.size): string {
  let text = '';
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isBlock && pos > from) text += between;
    if (node.isText) text += node.text?.slice(Math.max(from, pos) - pos, to - pos);
    else text += node.type.spec.leafText?.(node) ?? '';
  });
  return text;
}
