/** As far as the stack cares. */
interface Stacked {
  undo?: (() => void) | undefined;
}

/** How many show at once (design 3); what can be undone and finds no room waits behind them, with its time running. */
export const mostShown = 3;

/** The stack with a new toast on top. One that only tells goes when there is no room for it; one that offers Undo stays for its whole time. */
export const withToast = <T extends Stacked>(stack: readonly T[], toast: T): T[] =>
  [toast, ...stack].filter((one, place) => one.undo !== undefined || place < mostShown);
