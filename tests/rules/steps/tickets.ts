import { expect } from 'vitest';
import type { Id } from '../../../domain/model/ids';
import type { ArgsOf } from '../../../domain/mutations';
import { stageOf, stagesOf } from '../../../domain/ticket/stages';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about tickets. T and U are made where a row first says what is on them.
 *
 *   how they stand   A and B are on T · A is on no ticket · T is open · T is closed · T is Ann's · T is nobody's · T is in trash · T is gone
 *                    T is of Sales · T's contact is Kim · T is in Waiting on us · T is called "Two legs missing" · T is urgent
 *   what one does    Ann makes T of A · Ann puts B on T · Ann closes T · Ann opens T again · Ann moves T to Waiting on us · Ann deletes T
 *                    Ann gives T to Bo · Ann calls T "Two legs missing" · Ann makes T urgent
 *   by itself        mail to Support becomes tickets · mail to Support becomes tickets, always Bo's
 *                    A is on a ticket that is open · the ticket of A is Bo's · there is one ticket
 *   how many         a contact may have one ticket · Ann lets a contact have two tickets
 *   stages           Ann adds the stage "Workshop" · Ann removes the stage New into Waiting on us · Ann puts the stage Closed before New
 *                    Support has the stages "New, Waiting on us, Closed"
 */
const row = (story: Story, id: Id) => story.world.get('tickets', id);
const onTicket = (story: Story, id: Id) => story.world.get('conversations', id).ticketId;

const changeStages = (story: Story, by: Id, change: ArgsOf<'changeStages'>['change']) =>
  story.act(by, 'changeStages', { inboxId: story.world.support, change });

async function automatic(story: Story, inboxId: Id, owner: Id | 'conversation' | 'nobody') {
  const channelId = inboxId === story.world.sales ? story.world.salesMail : story.world.mail;
  await story.act('host', 'setChannelTickets', { channelId, tickets: { on: true, stage: 'new', owner, priority: null } });
}

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

  step('{ticket} is in {stage}', {
    given: (story, ticketId, stage) => story.act(story.memberOf(row(story, ticketId)), 'setTicketStage', { ticketId, stage }),
    check: (story, id, stage) => {
      const ticket = row(story, id);
      expect(stageOf(ticket, story.world.get('inboxes', ticket.inboxId)).id).toBe(stage);
    },
  }),
  step('{ticket} is called {text}', { check: (story, id, name) => expect(row(story, id).name).toBe(name) }),
  step('{ticket} is urgent', { check: (story, id) => expect(row(story, id).priority).toBe('urgent') }),

  step('mail to {inbox} becomes tickets', { given: (story, inboxId) => automatic(story, inboxId, 'conversation') }),
  step("mail to {inbox} becomes tickets, always {agent}'s", { given: automatic }),
  step("mail to {inbox} becomes tickets, nobody's at first", { given: (story, inboxId) => automatic(story, inboxId, 'nobody') }),
  step('{conversation} is on a ticket that is open', {
    given: async (story, id) =>
      story.act(story.memberOf(story.world.get('conversations', id)), 'createTicket', {
        ticketId: story.world.id(),
        conversationId: id,
        name: 'A ticket',
      }),
    check: (story, id) => expect(row(story, onTicket(story, id) ?? '').status).toBe('open'),
  }),
  step("the ticket of {conversation} is {owner}'s", {
    check: (story, id, ownerId) => expect(row(story, onTicket(story, id) ?? '').ownerId).toBe(ownerId),
  }),
  step('there (is|are) {number} ticket(s)?', { check: (story, many) => expect(story.world.rows.all('tickets')).toHaveLength(many) }),

  step('a contact may have {number} ticket(s)?', {
    given: (story, limit) => story.act(story.world.ann, 'setTicketLimit', { workspaceId: story.world.workspaceId, limit }),
  }),
  step('{agent} lets a contact have {number} ticket(s)?', {
    act: (story, by, limit) => story.act(by, 'setTicketLimit', { workspaceId: story.world.workspaceId, limit }),
  }),

  step('{agent} adds the stage {text}', {
    act: (story, by, name) => changeStages(story, by, { do: 'add', stageId: story.named(`stage "${name}"`), name, state: 'open' }),
  }),
  step('{agent} calls the stage {stage} {text}', { act: (story, by, stageId, name) => changeStages(story, by, { do: 'rename', stageId, name }) }),
  step('{agent} removes the stage {stage} into {stage}', {
    act: (story, by, stageId, into) => changeStages(story, by, { do: 'remove', stageId, into }),
  }),
  step('{agent} puts the stage {stage} before {stage}', {
    act: (story, by, stageId, before) => changeStages(story, by, { do: 'move', stageId, before }),
  }),
  step('Support has the stages {text}', {
    check: (story, words) => {
      const own: Record<string, string> = {
        new: 'New',
        'waiting-on-contact': 'Waiting on contact',
        'waiting-on-us': 'Waiting on us',
        closed: 'Closed',
      };
      const stages = stagesOf(story.world.get('inboxes', story.world.support));
      expect(stages.map(({ id, name }) => name ?? own[id]).join(', ')).toBe(words);
    },
  }),

  step('{agent} puts {conversation} on {ticket}', {
    act: (story, by, conversationId, ticketId) => story.act(by, 'linkTicket', { conversationId, ticketId }),
  }),
  step('{agent} moves {ticket} to {stage}', { act: (story, by, ticketId, stage) => story.act(by, 'setTicketStage', { ticketId, stage }) }),
  step('{agent} gives {ticket} to {owner}', { act: (story, by, ticketId, ownerId) => story.act(by, 'updateTicket', { ticketId, ownerId }) }),
  step('{agent} calls {ticket} {text}', { act: (story, by, ticketId, name) => story.act(by, 'updateTicket', { ticketId, name }) }),
  step('{agent} makes {ticket} urgent', { act: (story, by, ticketId) => story.act(by, 'updateTicket', { ticketId, priority: 'urgent' }) }),
  step('{agent} deletes {ticket}', { act: (story, by, ticketId) => story.act(by, 'deleteTicket', { ticketId }) }),
  step('{agent} makes {ticket} of {conversation}', { act: makeTicket }),
  step('{agent} closes {ticket}', { act: (story, by, ticketId) => story.act(by, 'closeTicket', { ticketId }) }),
  step('{agent} opens {ticket} again', { act: (story, by, ticketId) => story.act(by, 'reopenTicket', { ticketId }) }),
];

async function makeTicket(story: Story, by: Id, ticketId: Id, conversationId: Id) {
  await story.act(by, 'createTicket', { ticketId, conversationId, name: 'A ticket' });
}
