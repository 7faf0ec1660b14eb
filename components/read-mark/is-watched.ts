/** Whether somebody looks at this page: it is in front, and the window or panel it is in has the focus. */
export const isWatched = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

export function onWatched(changed: () => void): () => void {
  const events = [
    [document, 'visibilitychange'],
    [window, 'focus'],
    [window, 'blur'],
  ] as const;
  for (const [on, name] of events) on.addEventListener(name, changed);
  return () => {
    for (const [on, name] of events) on.removeEventListener(name, changed);
  };
}
