import { expect } from 'vitest';
import { inboxSpace } from '../../../domain/model/ids';
import { type Step, step } from '../step';

/*
 * Sentences about moving into another inbox.
 *
 *   Ann is in Sales too · Ann moves A to Sales · Ann moves A to Sales with all on its ticket · A is in the inbox Sales · T is in the inbox Sales
 *   A's contact writes to Sales in it
 */
export const steps: Step[] = [
  step('{agent} is in {inbox} too', {
    given: ({ world }, agentId, inboxId) => world.rows.put('members', { id: world.id(), space: inboxSpace(inboxId), inboxId, agentId }),
  }),
  step('{agent} moves {conversation} to {inbox}', {
    act: (story, by, conversationId, inboxId) => story.act(by, 'moveConversation', { conversationId, inboxId, alongside: [] }),
  }),
  step('{agent} moves {conversation} to {inbox} with all on its ticket', {
    act: (story, by, conversationId, inboxId) => {
      const { ticketId } = story.world.get('conversations', conversationId);
      const alongside = story.world.rows.all('conversations').filter((row) => row.ticketId === ticketId && row.id !== conversationId);
      return story.act(by, 'moveConversation', { conversationId, inboxId, alongside: alongside.map(({ id }) => id) });
    },
  }),
  step('{conversations} (is|are) in the inbox {inbox}', {
    check: ({ world }, ids, inboxId) => {
      expect(ids.map((id) => world.get('conversations', id).inboxId)).toEqual(ids.map(() => inboxId));
      for (const id of ids) expect(new Set(world.thread(id).map(({ space }) => space))).toEqual(new Set([inboxSpace(inboxId)]));
    },
  }),
  step('{ticket} is in the inbox {inbox}', { check: ({ world }, id, inboxId) => expect(world.get('tickets', id).inboxId).toBe(inboxId) }),
  step("{conversation}'s contact writes to {inbox} in it", {
    act: async ({ world }, id, inboxId) => {
      const { contactAddress } = world.get('conversations', id);
      const [first] = world.thread(id);
      const channelId = inboxId === world.sales ? world.salesMail : world.mail;
      const before = world.thread(id).length;
      await world.mailFrom(contactAddress ?? '', { channelId, references: [first?.rfcMessageId ?? ''] });
      expect(world.thread(id)).toHaveLength(before + 1);
    },
  }),
];
