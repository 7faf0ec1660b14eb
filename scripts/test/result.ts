import { stripVTControlCharacters } from 'node:util';

/** What a stage found. `problems` names each failure once more for the end of a long log. */
export interface Result {
  passed: number;
  failed: number;
  /** Full names of tests whose corpus is not on this machine. Any other skipped test counts as failed. */
  skipped: string[];
  problems: string[];
  /** What failed and then passed when it was run again, with why it failed: named at the end of the log, to be mended. */
  flaky: string[];
}

export interface StageOptions {
  root: string;
  /** Parts of file names; empty means all. */
  filters: string[];
  env: NodeJS.ProcessEnv;
  /** Paths of what the tests need from the machine, where it could be had. */
  chromium: string | undefined;
  postgres: string | undefined;
  dovecot: string | undefined;
  firefox: string | undefined;
}
export type Stage = (options: StageOptions) => Promise<Result>;

export const passed = (): Result => ({ passed: 1, failed: 0, skipped: [], problems: [], flaky: [] });
export const passedAgain = (name: string, why: string): Result => ({ ...passed(), flaky: [withReason(name, why)] });
/** `why` is shown below the name, without colours and cut: the end of a log is all that some machines keep of it. */
export const failed = (problem: string, why = ''): Result => ({
  passed: 0,
  failed: 1,
  skipped: [],
  problems: [withReason(problem, why)],
  flaky: [],
});

const withReason = (name: string, why: string) => [name, ...linesOf(why)].join('\n          ');

const linesOf = (why: string) =>
  stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('/node_modules/'))
    .slice(0, 20)
    .map((line) => line.slice(0, 300));

export const sum = (results: Result[]): Result => ({
  passed: results.reduce((total, result) => total + result.passed, 0),
  failed: results.reduce((total, result) => total + result.failed, 0),
  skipped: results.flatMap((result) => result.skipped),
  problems: results.flatMap((result) => result.problems),
  flaky: results.flatMap((result) => result.flaky),
});

/** A skipped test is honest only when the data it needs is somebody else's and not here: its name then says `corpus`. */
export function splitSkipped(names: string[]): Omit<Result, 'passed'> {
  const allowed = names.filter((name) => /corp(us|ora)/i.test(name));
  const others = names.filter((name) => !allowed.includes(name));
  return { skipped: allowed, failed: others.length, problems: others.map((name) => `skipped without a missing corpus: ${name}`), flaky: [] };
}
