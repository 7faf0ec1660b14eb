import type { Attrs, Node, NodeType } from 'prosemirror-model';
import { canJoin, findWrapping } from 'prosemirror-transform';
import type { WritingRule } from './writing-rules';

/** A line that begins with signs becomes a list or a quote, or goes on the one before it. */
export const wrappingRule = (
  find: RegExp,
  type: NodeType,
  attrsOf: (match: RegExpExecArray) => Attrs | null = () => null,
  goesOn: (match: RegExpExecArray, before: Node) => boolean = () => true,
): WritingRule => ({
  find,
  apply(tr, match, from, to) {
    tr.delete(from, to);
    const range = tr.doc.resolve(from).blockRange();
    const wrapping = range && findWrapping(range, type, attrsOf(match));
    if (!wrapping) return false;
    tr.wrap(range, wrapping);
    const before = tr.doc.resolve(from - 1).nodeBefore;
    if (before?.type === type && canJoin(tr.doc, from - 1) && goesOn(match, before)) tr.join(from - 1);
    return true;
  },
});
