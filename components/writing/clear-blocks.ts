import type { Transaction } from 'prosemirror-state';
import { liftTarget } from 'prosemirror-transform';

/** Takes what is chosen out of all lists and quotes. */
export function clearBlocks(tr: Transaction): void {
  const since = tr.mapping.maps.length;
  for (const { $from, $to } of tr.selection.ranges) {
    const mapped = () => {
      const mapping = tr.mapping.slice(since);
      return [mapping.map($from.pos), mapping.map($to.pos)] as const;
    };
    // A lift may only be possible when what is around has been lifted: as many rounds as the text is deep.
    let rounds = 1;
    tr.doc.nodesBetween(...mapped(), (_node, pos) => {
      rounds = Math.max(rounds, tr.doc.resolve(pos).depth + 1);
    });
    for (let round = 0; round < rounds; round++) {
      const before = tr.doc;
      const maps = tr.mapping.maps.length;
      before.nodesBetween(...mapped(), (node, pos) => {
        if (node.isText) return;
        const mapping = tr.mapping.slice(maps);
        const range = tr.doc.resolve(mapping.map(pos)).blockRange(tr.doc.resolve(mapping.map(pos + node.nodeSize)));
        const target = range && liftTarget(range);
        if (range && target !== null && target !== undefined) tr.lift(range, target);
      });
      if (tr.doc.eq(before)) break;
    }
  }
}
