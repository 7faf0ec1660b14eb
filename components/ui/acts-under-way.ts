/** As far as an act that is under way cares. */
interface Said {
  undo?: (() => void) | undefined;
}

/**
 * Acts whose toast has not come yet: a row leaves the list before what was done is said. Undo pressed in between means that act, not the one before, so
 * it is kept here until the toast comes, and done in the toast's place.
 */
export function actsUnderWay<T extends Said>({ show, undoNewest }: { show(toast: T): void; undoNewest(): unknown }) {
  const acts = new Set<{ takenBack: boolean }>();
  return {
    /**
     * Does an act, which says by its argument that it is done. One that cannot be taken back was an Undo itself: the one before is meant. One that ends
     * without a word was refused, and there is nothing to take back.
     */
    async during<A>(run: (say: (toast: T) => void) => Promise<A>): Promise<A> {
      const act = { takenBack: false };
      acts.add(act);
      try {
        return await run((toast) => {
          const takenBack = acts.delete(act) && act.takenBack;
          if (takenBack && toast.undo) return toast.undo();
          show(toast);
          if (takenBack) undoNewest();
        });
      } finally {
        acts.delete(act);
      }
    },
    /** Takes back the one begun last, as soon as it can be. False when none is under way that is not being taken back already. */
    takeBackNewest(): boolean {
      const newest = [...acts].filter(({ takenBack }) => !takenBack).at(-1);
      if (newest) newest.takenBack = true;
      return newest !== undefined;
    },
  };
}
