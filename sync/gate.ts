/** The named points of a sync, in the order they are met. Each lies just before or just after an effect. */
export type GateLabel =
  | 'push:before'
  | 'push:answered'
  | 'push:settled'
  | 'upload:before'
  | 'upload:done'
  | 'pull:before'
  | 'pull:answered'
  | 'pull:applied'
  | 'bootstrap:before'
  | 'bootstrap:answered'
  | 'bootstrap:applied';

/** Awaited at each named point, so that a test can stop the worker exactly there. Normal builds pass none. */
export type Gate = (label: GateLabel) => Promise<void>;
