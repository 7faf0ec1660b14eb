/** IndexedDB ran out of room. Dexie wraps the browser's error: an aborted transaction carries it as `inner`. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'QuotaExceededError' || ('inner' in error && error.inner !== error && isDiskFull(error.inner));
}
