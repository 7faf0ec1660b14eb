/** What was promised did not hold. */
export class Violated extends Error {
  constructor(invariant: string, detail: string) {
    super(`${invariant}: ${detail}`);
  }
}
