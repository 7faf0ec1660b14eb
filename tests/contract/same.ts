import { sameJson } from '../../domain/core/same-json';

/** The contract's only assertion: two JSON values are equal. Works wherever JavaScript does. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (!sameJson(actual ?? null, expected ?? null)) {
    throw new Error(`${what}\n  expected ${JSON.stringify(expected)}\n  but got  ${JSON.stringify(actual)}`);
  }
}

/** `work` must throw; answers what it threw. */
export async function throws(work: () => Promise<unknown>, what: string): Promise<Error> {
  try {
    await work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  throw new Error(`${what}: nothing was thrown`);
}
