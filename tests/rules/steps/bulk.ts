import { expect } from 'vitest';
import type { ManyAct } from '../../../domain/bulk/act-on-many';
import type { Id } from '../../../domain/model/ids';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about one act on many conversations.
 *
 *   Ann closes A and B at once · Ann moves A, B and C to trash at once · Ann gives A and B to Bo at once · Ann snoozes A and B for a day at once
 *   A is left: the bot has not handed over · 2 are taken back (of what Ann takes back) · none is left
 */
const onMany = (story: Story, by: Id, act: ManyAct, ids: Id[], rest: { ownerId?: Id | null; until?: number | null } = {}) =>
  story.act(by, 'actOnMany', { act, ids, ...rest });
const reasonOf = (story: Story, id: Id) => story.left.find((one) => one.id === id)?.refusal.refused;

export const steps: Step[] = [
  step('{agent} closes {conversations} at once', { act: (story, by, ids) => onMany(story, by, 'closeConversation', ids) }),
  step('{agent} opens {conversations} again at once', { act: (story, by, ids) => onMany(story, by, 'reopenConversation', ids) }),
  step('{agent} moves {conversations} to trash at once', { act: (story, by, ids) => onMany(story, by, 'trashConversation', ids) }),
  step('{agent} restores {conversations} at once', { act: (story, by, ids) => onMany(story, by, 'restoreConversation', ids) }),
  step('{agent} marks {conversations} as spam at once', { act: (story, by, ids) => onMany(story, by, 'markSpam', ids) }),
  step('{agent} marks {conversations} as not spam at once', { act: (story, by, ids) => onMany(story, by, 'markNotSpam', ids) }),
  step('{agent} gives {conversations} to {owner} at once', {
    act: (story, by, ids, ownerId) => onMany(story, by, 'assignConversation', ids, { ownerId }),
  }),
  step('{agent} snoozes {conversations} for {duration} at once', {
    act: (story, by, ids, time) => onMany(story, by, 'snoozeConversation', ids, { until: story.world.at + time }),
  }),
  step('{conversation} is left: {reason}', { check: (story, id, reason) => expect(reasonOf(story, id)).toBe(reason) }),
  step('none is left', { check: (story) => expect(story.left).toEqual([]) }),
];
