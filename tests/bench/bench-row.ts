import type { Mailbox } from './mailbox';

/** Samples of both sides of one comparison, ms unless `unit` says otherwise, taken alternately in one run. */
export interface Samples {
  ours: number[];
  floor: number[];
}

/** One line of the bench. `atLeast` for rates, `atMost` for times: what ours divided by the floor must be (performance.md). */
export interface BenchRow {
  name: string;
  what: string;
  unit: 'ms' | 'rows/s';
  target: { atLeast: number } | { atMost: number };
  run(mailbox: Mailbox): Promise<Samples>;
}
