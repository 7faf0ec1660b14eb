import { expect, it } from 'vitest';
import { inFolder, withoutComments } from './source-files';

/** Clock, randomness, network and timers come in as data (`meta.at`, ids of the caller); domain/tsconfig.json keeps DOM and Node types out. */
const impure =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\b|\bperformance\.|\bfetch\s*\(|\bset(Timeout|Interval)\b|\blocalStorage\b|\bprocess\./;

it('the rulebook reads no clock, throws no dice and touches nothing outside', () => {
  const offences = inFolder('domain').flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .filter((line) => impure.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(offences).toEqual([]);
});
