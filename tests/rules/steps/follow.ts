import { expect } from 'vitest';
import type { Id } from '../../../domain/model/ids';
import type { NotificationEvent } from '../../../domain/model/notification-settings';
import { noticesOfWrites } from '../../../domain/notification/notices-of-writes';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about what an agent follows, and what they hear of it. Everybody here wants all of it by mail, so what is heard is what the last act brought.
 *
 *   Ann follows A · Ann stops following A · A is followed by Ann · A is followed by nobody
 *   Ann hears of A as one she follows · Bo hears of A as one he snoozed · Ann hears nothing of A
 */
const followersOf = (story: Story, id: Id) => story.world.get('conversations', id).followers ?? [];
const all = { mention: 'email', assignment: 'email', reply: 'email', back: 'email', followed: 'email', conversation: 'email' } as const;

function heard(story: Story, by: Id, id: Id): NotificationEvent[] {
  const { rows, commits, at } = story.world;
  const agent = story.world.get('agents', by);
  const inboxIds = rows.all('members').flatMap((member) => (member.agentId === by ? [member.inboxId] : []));
  const settings = { id: by, space: `agent:${by}`, ways: all, quiet: null };
  const notices = noticesOfWrites(commits.at(-1)?.writes ?? [], { agent, settings, inboxIds }, at);
  return notices.flatMap(({ event, conversationId }) => (conversationId === id ? [event] : []));
}

const follow = (story: Story, by: Id, conversationId: Id) => story.act(by, 'followConversation', { conversationId });

export const steps: Step[] = [
  step('{agent} follows {conversation}', { given: follow, act: follow }),
  step('{agent} stops following {conversation}', { act: (story, by, conversationId) => story.act(by, 'unfollowConversation', { conversationId }) }),
  step('{conversation} is followed by {agents}', { check: (story, id, agents) => expect(followersOf(story, id)).toEqual(agents) }),
  step('{conversation} is followed by nobody', { check: (story, id) => expect(followersOf(story, id)).toEqual([]) }),
  step('{agent} hears of {conversation} as one (she|he) follows', { check: (story, by, id) => expect(heard(story, by, id)).toEqual(['followed']) }),
  step('{agent} hears of {conversation} as one (she|he) snoozed', { check: (story, by, id) => expect(heard(story, by, id)).toEqual(['back']) }),
  step('{agent} hears of {conversation} as one of (hers|his)', { check: (story, by, id) => expect(heard(story, by, id)).toEqual(['reply']) }),
  step('{agent} hears nothing of {conversation}', { check: (story, by, id) => expect(heard(story, by, id)).toEqual([]) }),
];
