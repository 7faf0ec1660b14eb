import { expect, it } from 'vitest';
import { type Given, withNames } from './with-names';

it('ALL-6 of thousands of files the first names of each outcome are kept', () => {
  const given = (name: string | undefined, unreadable: 'crashed' | null = null) => ({ name, mail: { unreadable } }) as Given;
  const many = Array.from({ length: 230 }, (_, n) => given(`${n}.eml`));
  const names = withNames(undefined, many, () => true);
  expect(names.fresh).toEqual(many.slice(0, 200).map(({ name }) => name));
  const more = withNames(names, [given('u.eml', 'crashed'), given(undefined)], () => true);
  expect(more).toEqual({ ...names, unreadable: ['u.eml'] });
  expect(withNames(more, [given('k.eml')], () => false).known).toEqual(['k.eml']);
});
