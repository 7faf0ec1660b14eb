/** ms, where no rows come: a page without a list, or a view that is long in coming. */
const atTheLatest = 500;

let settle = () => {};

/**
 * Settled once the first rows are painted. What only helps later waits for it, the worker's start too: on two cores whatever runs beside the
 * first paint delays it (P9).
 */
export const firstRows = new Promise<void>((done) => {
  settle = done;
  setTimeout(done, atTheLatest);
});

/** Called when rows have been drawn: they are painted with the next frame. */
export const noteRowsDrawn = (): void => void requestAnimationFrame(() => setTimeout(settle));
