/** Under the page's own root, which lets it show through until it has rows itself. */
export const openingId = 'opening';

/** Rows drawn before React stand on the screen. */
export const openingStands = (): boolean => document.getElementById(openingId) !== null;

/** React has drawn its rows in the same frame. Who pressed one in the meantime has pressed this one. */
export function endOpening(): void {
  const opening = document.getElementById(openingId);
  if (!opening) return;
  const { pressed } = opening.dataset;
  opening.remove();
  if (pressed !== undefined) requestAnimationFrame(() => document.getElementById(`row-${pressed}`)?.click());
}
