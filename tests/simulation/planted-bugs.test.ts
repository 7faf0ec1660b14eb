import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { MutationName } from '../../domain/mutations';
import { type Bug, bugs } from './bugs';
import { runHistory } from './run-history';

/** What shows only where much is done to the same rows would else be met by luck, which every new mutation makes another. */
const favoured: Partial<Record<Bug, Partial<Record<MutationName, number>>>> = {
  'cursor-before-rows': { closeConversation: 30, assignConversation: 30, reopenConversation: 20 },
  'whole-rows': {
    assignConversation: 15,
    closeConversation: 15,
    snoozeConversation: 10,
    followConversation: 8,
    updateTicket: 10,
    updateContact: 10,
  },
};

/** Histories until one breaks a promise, or as many as a bug may hide from. */
async function findHistoryThatFails(bug: Bug, most: number): Promise<string | undefined> {
  for (let seed = 1; seed <= most; seed++) {
    const failure = await runHistory(seed, { bug, favoured: favoured[bug] ?? {} }).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    if (failure) return failure;
  }
  return undefined;
}

/** Which promise each of them breaks; anything else that goes wrong would be a fault of the simulation itself. */
const broken: Record<Bug, RegExp> = {
  'delete-before-ack': /I1|I6/,
  'no-dedupe': /I1|I2|I8/,
  'new-key-per-retry': /I1|I2/,
  'cursor-before-rows': /I3|I4|I7/,
  'whole-rows': /I10/,
  'lost-unsaid': /I1/,
  'base-kept': /I13/,
  'drop-on-upgrade': /I14/,
};

it.each(bugs)('a sync with the planted bug %s is caught', { timeout: 240_000 }, async (bug) => {
  expect(await findHistoryThatFails(bug, 300)).toMatch(broken[bug]);
});
