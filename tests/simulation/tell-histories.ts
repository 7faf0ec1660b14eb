import { it } from 'vitest';
import { runHistory, type Told } from './run-history';

const perTest = 25;

/** Histories of consecutive seeds as tests, some at a time; a failure names its seed and tells the story. Answers what they all did. */
export function tellHistories(first: number, count: number): Told[] {
  const told: Told[] = [];
  for (let from = first; from < first + count; from += perTest) {
    const to = Math.min(first + count, from + perTest);
    it(`I1-I14 hold in the histories of seeds ${from} to ${to - 1}`, { timeout: 120_000 }, async () => {
      for (let seed = from; seed < to; seed++) told.push(await runHistory(seed));
    });
  }
  return told;
}
