/** The database did not answer, whatever was asked of it: never the fault of the act at hand, so it counts against none. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}
