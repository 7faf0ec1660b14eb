import type { Node, ResolvedPos } from 'prosemirror-model';

/** The nearest node around a place that is like this, and where it stands. */
export function ancestor($pos: ResolvedPos, is: (node: Node) => boolean): { node: Node; pos: number; depth: number } | undefined {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth);
    if (is(node)) return { node, pos: $pos.before(depth), depth };
  }
  return undefined;
}
