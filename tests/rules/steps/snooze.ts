import { expect } from 'vitest';
import type { Id } from '../../../domain/model/ids';
import { sortAtOf } from '../../../domain/view/views-of';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about snooze.
 *
 *   Ann snoozes A for 2 hours · Ann snoozes A until an answer comes · Ann ends the snooze of A · the host ends the snooze of A · A is snoozed for 2 hours
 *   offline, 3 hours ago, Ann snoozed A for 2 hours · A is snoozed · A is not snoozed · A stands above B (in All open)
 */
const row = (story: Story, id: Id) => story.world.get('conversations', id);
const snooze = (story: Story, by: Id, conversationId: Id, time: number | null) =>
  story.act(by, 'snoozeConversation', { conversationId, until: time === null ? null : story.world.at + time });

export const steps: Step[] = [
  step('{conversation} is snoozed for {duration}', { given: (story, id, time) => snooze(story, story.memberOf(row(story, id)), id, time) }),
  step('{agent} snoozes {conversation} for {duration}', { act: (story, by, id, time) => snooze(story, by, id, time) }),
  step('{agent} snoozes {conversation} until now', { act: (story, by, id) => snooze(story, by, id, 0) }),
  step('{agent} snoozes {conversation} until an answer comes', { act: (story, by, id) => snooze(story, by, id, null) }),
  step('what {agent} did offline {duration} ago arrives: {conversation} snoozed for {duration}', {
    act: async (story, by, ago, conversationId, time) => {
      const claimedAt = story.world.at - ago;
      expect((await story.world.try(by, 'snoozeConversation', { conversationId, until: claimedAt + time }, { claimedAt })).refused).toBeUndefined();
    },
  }),
  step('{agent} ends the snooze of {conversation}', { act: (story, by, conversationId) => story.act(by, 'endSnooze', { conversationId }) }),
  step('the host ends the snooze of {conversation}', { act: (story, conversationId) => story.act('host', 'endSnooze', { conversationId }) }),
  step('{conversation} is snoozed', { check: (story, id) => expect(row(story, id).snoozed).toBeDefined() }),
  step('{conversation} is not snoozed', { check: (story, id) => expect(row(story, id).snoozed).toBeUndefined() }),
  step('{conversation} stands above {conversation}', {
    check: (story, upper, lower) => expect(sortAtOf(row(story, upper), 'open')).toBeGreaterThan(sortAtOf(row(story, lower), 'open')),
  }),
];
