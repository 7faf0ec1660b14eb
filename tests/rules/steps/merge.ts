import { expect } from 'vitest';
import type { Id } from '../../../domain/model/ids';
import { viewsOf } from '../../../domain/view/views-of';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about merge and split.
 *
 *   how it stands   A holds two messages · B leads to A · T is marked as merged into U · the last message of A is Lea's
 *   what one does   Ann merges B into A · Ann merges B into A, keeping T · Ann splits the newest message of A off as B
 *   what comes in   an answer to the first mail of B comes
 */
const row = (story: Story, id: Id) => story.world.get('conversations', id);
/** The first mail of each, by the conversation it came into. */
const mails = new WeakMap<Story, Map<Id, string>>();

const merge = (story: Story, by: Id, sourceId: Id, conversationId: Id, keepTicketId: Id | null) => {
  const known = mails.get(story) ?? new Map<Id, string>();
  mails.set(story, known);
  for (const id of [sourceId, conversationId]) {
    const mail = story.world.thread(id)[0]?.rfcMessageId;
    if (mail && !known.has(id)) known.set(id, mail);
  }
  return story.act(by, 'mergeConversations', { conversationId, sourceId, keepTicketId });
};

export const steps: Step[] = [
  step('{agent} merges {conversation} into {conversation}', { act: (story, by, source, target) => merge(story, by, source, target, null) }),
  step('{agent} merges {conversation} into {conversation}, keeping {ticket}', {
    act: (story, by, source, target, ticketId) => merge(story, by, source, target, ticketId),
  }),
  step('{agent} splits the newest message of {conversation} off as {newConversation}', {
    act: async (story, by, conversationId, name) => {
      const newConversationId = story.world.id();
      await story.act(by, 'splitConversation', { conversationId, messageId: story.world.thread(conversationId).at(-1)?.id ?? '', newConversationId });
      if (!story.refused) story.begin(name, newConversationId);
    },
  }),
  step('{agent} splits {conversation} at its first message', {
    act: (story, by, conversationId) =>
      story.act(by, 'splitConversation', {
        conversationId,
        messageId: story.world.thread(conversationId)[0]?.id ?? '',
        newConversationId: story.world.id(),
      }),
  }),
  step('{contact} writes in {conversation}', {
    act: async (story, { name, address }, conversationId) => {
      story.world.at += 1000;
      const references = story.world.thread(conversationId).flatMap(({ rfcMessageId }) => rfcMessageId ?? []);
      await story.world.mailFrom({ name, address }, { references });
    },
  }),
  step('an answer to the first mail of {conversation} comes', {
    act: async (story, id) => {
      story.world.at += 1000;
      await story.world.mailFrom('kim@kunde.example', { references: [mails.get(story)?.get(id) ?? ''] });
    },
  }),
  step('{agent} comments {conversation}', {
    act: async (story, by, conversationId) => {
      await story.act(by, 'addComment', {
        messageId: story.world.id(),
        conversationId,
        text: 'Noted',
        html: '<p>Noted</p>',
        mentions: [],
        attachments: [],
        draftId: null,
      });
    },
  }),
  step('{conversation} holds {number} messages?', {
    check: (story, id, many) =>
      expect([story.world.thread(id).length, row(story, id).messageCount - story.world.done(id).length]).toEqual([many, many]),
  }),
  step('{conversation} leads to {conversation}', {
    check: (story, id, to) => expect([row(story, id).mergedInto, viewsOf(row(story, id)), row(story, id).messageCount]).toEqual([to, [], 0]),
  }),
  step('{conversation} leads nowhere', { check: (story, id) => expect(row(story, id).mergedInto).toBeUndefined() }),
  step('{ticket} is marked as merged into {ticket}', { check: (story, id, to) => expect(story.world.get('tickets', id).mergedInto).toBe(to) }),
  step('{ticket} is not marked as merged', { check: (story, id) => expect(story.world.get('tickets', id).mergedInto).toBeUndefined() }),
  step("{conversation}'s row reads {text}", { check: (story, id, words) => expect(row(story, id).preview).toBe(words) }),
];
