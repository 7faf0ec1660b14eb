import { expect } from 'vitest';
import type { Id } from '../../../domain/model/ids';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about tickets. T and U are made where a row first says what is on them.
 *
 *   how they stand   A and B are on T · A is on no ticket · T is open · T is closed · T is Ann's · T is nobody's · T is in trash · T is gone
 *   what one does    Ann makes T of A · Ann closes T · Ann opens T again
 */
const row = (story: Story, id: Id) => story.world.get('tickets', id);
const onTicket = (story: Story, id: Id) => story.world.get('conversations', id).ticketId;

/** The ticket of the first, which the others then share. */
async function putOn(story: Story, conversations: readonly Id[], ticketId: Id) {
  for (const conversationId of conversations) {
    if (story.world.rows.row('tickets', ticketId)) story.world.set('conversations', conversationId, { ticketId });
    else await makeTicket(story, story.memberOf(story.world.get('conversations', conversationId)), ticketId, conversationId);
  }
}

export const steps: Step[] = [
  step('{conversations} (is|are) on {ticket}', {
    given: putOn,
    check: (story, ids, ticketId) => expect(ids.map((id) => onTicket(story, id))).toEqual(ids.map(() => ticketId)),
  }),
  step('{conversations} (is|are) on no ticket', { check: (story, ids) => expect(ids.map((id) => onTicket(story, id))).toEqual(ids.map(() => null)) }),
  step('{tickets} (is|are) open', { check: (story, ids) => expect(ids.map((id) => row(story, id).status)).toEqual(ids.map(() => 'open')) }),
  step('{tickets} (is|are) closed', {
    given: async (story, ids) => {
      for (const id of ids) await story.act(story.memberOf(row(story, id)), 'closeTicket', { ticketId: id });
    },
    check: (story, ids) => expect(ids.map((id) => row(story, id).status)).toEqual(ids.map(() => 'closed')),
  }),
  step("{ticket} is {agent}'s", {
    given: (story, id, ownerId) => story.world.set('tickets', id, { ownerId }),
    check: (story, id, ownerId) => expect(row(story, id).ownerId).toBe(ownerId),
  }),
  step("{ticket} is nobody's", { check: (story, id) => expect(row(story, id).ownerId).toBeNull() }),
  step('{ticket} is in trash', { check: (story, id) => expect(row(story, id).trashedAt).not.toBeNull() }),
  step('{ticket} is not in trash', { check: (story, id) => expect(row(story, id).trashedAt).toBeNull() }),
  step('{ticket} is gone', { check: (story, id) => expect(story.world.rows.row('tickets', id)).toBeUndefined() }),
  step('{ticket} is of {inbox}', { check: (story, id, inboxId) => expect(row(story, id).inboxId).toBe(inboxId) }),
  step("{ticket}'s contact is {contact}", {
    check: (story, id, { address }) => {
      const contact = story.world.rows.all('contacts').find(({ emails }) => emails.includes(address));
      expect([row(story, id).contactId, contact === undefined]).toEqual([contact?.id, false]);
    },
  }),

  step('{agent} makes {ticket} of {conversation}', { act: makeTicket }),
  step('{agent} closes {ticket}', { act: (story, by, ticketId) => story.act(by, 'closeTicket', { ticketId }) }),
  step('{agent} opens {ticket} again', { act: (story, by, ticketId) => story.act(by, 'reopenTicket', { ticketId }) }),
];

async function makeTicket(story: Story, by: Id, ticketId: Id, conversationId: Id) {
  await story.act(by, 'createTicket', { ticketId, conversationId, name: 'A ticket' });
}
