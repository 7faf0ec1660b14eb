import { expect, it } from 'vitest';
import { play } from './play';
import { readTable } from './read-table';
import { steps as conversations } from './steps/conversations';
import { steps as outcome } from './steps/outcome';

const steps = [...conversations, ...outcome];
const row = (given: string, when: string, then: string) => ({ given, when, then, ids: '', decidedIn: '', line: 1 });

it.each([
  ['a sentence no step knows', row('', 'Ann sings to A', 'A is open'), 'Ann sings to A'],
  ['a Then without a check', row('', 'Ann closes A', ''), 'something that is so then'],
  ['a Then that only happens', row('', 'Ann closes A', 'Ann closes A'), 'Ann closes A'],
  ['a Then that is not so', row('', 'Ann closes A', 'A is open'), 'A is open'],
  ['a refusal nobody speaks of', row('A is closed', 'Ann closes A', 'A is closed'), 'already-closed'],
  ['a refusal that does not come', row('', 'Ann closes A', 'it is refused: already closed'), 'already closed'],
  ['an act after one that was refused', row('A is closed', 'Ann closes A; Ann opens A again', 'it is refused: already closed'), 'already-closed'],
  ['a Given that cannot be', row('A is in trash; A is closed', 'Ann restores A', 'A is open'), 'A is closed'],
  ['a change nobody speaks of', row('', 'Ann closes A', 'nothing changes'), 'nothing changes'],
  ['a sentence of two meanings', row('', 'Ann closes A', 'A is open'), 'means'],
])('fails by name: %s', async (what, made, words) => {
  await expect(play(made, what.includes('two meanings') ? [...steps, ...steps] : steps)).rejects.toThrow(words);
});

it('passes a row that is so', async () => {
  await expect(
    play(row('A is closed', 'Ann opens A again; Ann gives A to Bo', "A is open; A is Bo's; A is in All open"), steps),
  ).resolves.toBeUndefined();
});

it('a table of other columns, or a row of too few cells, is a mistake', () => {
  expect(() => readTable('| Given | Then |\n|---|---|\n')).toThrow('the columns are');
  expect(() => readTable('| Given | When | Then | Ids | Decided in |\n|---|---|---|---|---|\n| a | b |\n')).toThrow('line 3');
});
