import { expect } from 'vitest';
import type { SeenMail } from '../../../domain/mail/seen-mail';
import { foldAddress } from '../../../domain/model/address';
import type { Id } from '../../../domain/model/ids';
import { noticesOfWrites } from '../../../domain/notification/notices-of-writes';
import { aSeenMail } from '../../support/a-seen-mail';
import { type Step, step } from '../step';
import type { Person, Story } from '../story';

/*
 * Sentences about mail that somebody logs out of their own mailbox (Log to inbox).
 *
 *   what one does   Ann logs an e-mail of Kim as A · Ann logs what Kim wrote a day ago as A · Ann logs what Kim wrote and we answered 21 days ago as A
 *                   Ann logs what Kim wrote a day ago as A, for Bo · Ann logs her own e-mail to Kim as A · Ann logs a draft of Kim
 *                   Bo logs the first mail of A too · Bo logs the first mail of A too, without its Message-ID
 *                   Ann logs the next mail of A's contact · Ann logs the next mail of A's contact, written 3 days ago
 *   what follows    the first mail of A comes in by itself · A holds one mail · the mail of A has its Message-ID · nobody is told of it
 */
const rfcIdOf = (story: Story, name: string) => `<${story.named(`mail ${name}`)}@kunde.example>`;
const mailsOf = ({ world }: Story, id: Id) => world.thread(id).filter(({ kind }) => kind === 'email');

async function log(story: Story, by: Id, mails: SeenMail[], ownerId?: Id): Promise<Id> {
  const newConversationId = story.world.id();
  const choice = ownerId === undefined ? {} : { ownerId };
  await story.act(by, 'logMail', { inboxId: story.world.support, newConversationId, mails, ticketId: null, ...choice });
  return newConversationId;
}

/** As Kim wrote it. */
const written = (story: Story, from: Person, name: string, ago: number): SeenMail =>
  aSeenMail(story.world, from, { rfcMessageId: rfcIdOf(story, name), date: story.world.at - ago });

/** The first mail of a conversation, as it stands in the mailbox of somebody who got it too. */
function firstMail(story: Story, id: Id) {
  const [mail] = mailsOf(story, id);
  if (mail?.author.kind !== 'contact') throw new Error('nobody has written');
  const { subject, text, rfcMessageId, author, claimedAt } = mail;
  return { from: { name: author.name, address: author.address ?? '' }, mail: { subject, text, rfcMessageId, date: claimedAt } };
}

function next(story: Story, by: Id, id: Id, ago: number) {
  const { contactName: name, contactAddress } = story.world.get('conversations', id);
  const references = mailsOf(story, id).flatMap(({ rfcMessageId }) => rfcMessageId ?? []);
  const mail = { references, text: `And then? ${story.world.id()}`, date: story.world.at - ago };
  return log(story, by, [aSeenMail(story.world, { name, address: foldAddress(contactAddress ?? '') }, mail)]);
}

export const steps: Step[] = [
  step('{agent} logs an e-mail of {contact} as {newConversation}', {
    act: async (story, by, from, name) => {
      story.begin(name, await log(story, by, [written(story, from, name, 0)]));
    },
  }),
  step('{agent} logs what {contact} wrote {duration} ago as {newConversation}', {
    act: async (story, by, from, ago, name) => {
      story.begin(name, await log(story, by, [written(story, from, name, ago)]));
    },
  }),
  step('{agent} logs what {contact} wrote {duration} ago as {newConversation}, for {agent}', {
    act: async (story, by, from, ago, name, ownerId) => {
      story.begin(name, await log(story, by, [written(story, from, name, ago)], ownerId));
    },
  }),
  step('{agent} logs what {contact} wrote and we answered {duration} ago as {newConversation}', {
    act: async (story, by, from, ago, name) => {
      const ours = { name: 'Ann', address: 'ann@havnegaard.example' };
      const answer = aSeenMail(story.world, ours, { to: [from], text: 'Yes', date: story.world.at - ago + 60_000 });
      story.begin(name, await log(story, by, [written(story, from, name, ago), answer]));
    },
  }),
  step('{agent} logs her own e-mail to {contact} as {newConversation}', {
    act: async (story, by, to, name) => {
      story.begin(name, await log(story, by, [aSeenMail(story.world, 'ann@privat.example', { to: [to], own: true })]));
    },
  }),
  step('{agent} logs a draft of {contact}', {
    act: async (story, by, from) => {
      await log(story, by, [aSeenMail(story.world, from, { refusal: 'draft' })]);
    },
  }),
  step('{agent} logs the first mail of {conversation} too', {
    act: async (story, by, id) => {
      const { from, mail } = firstMail(story, id);
      await log(story, by, [aSeenMail(story.world, from, mail)]);
    },
  }),
  step('{agent} logs the first mail of {conversation} too, without its Message-ID', {
    act: async (story, by, id) => {
      const { from, mail } = firstMail(story, id);
      await log(story, by, [aSeenMail(story.world, from, { ...mail, rfcMessageId: null, date: null })]);
    },
  }),
  step("{agent} logs the next mail of {conversation}'s contact", { act: (story, by, id) => next(story, by, id, 0).then(() => undefined) }),
  step("{agent} logs the next mail of {conversation}'s contact, written {duration} ago", {
    act: (story, by, id, ago) => next(story, by, id, ago).then(() => undefined),
  }),
  step('the first mail of {conversation} comes in by itself', {
    act: async (story, id) => {
      const { from, mail } = firstMail(story, id);
      const named = mail.rfcMessageId === null ? {} : { rfcMessageId: mail.rfcMessageId };
      await story.act('host', 'receiveMessage', story.world.aMail(from, { ...mail, date: mail.date ?? story.world.at - 1000, ...named }));
    },
  }),
  step('{conversation} holds {number} mail(s)?', { check: (story, id, many) => expect(mailsOf(story, id)).toHaveLength(many) }),
  step('the mail of {conversation} has its Message-ID', {
    check: (story, id) => expect(mailsOf(story, id).map(({ rfcMessageId }) => typeof rfcMessageId)).toEqual(['string']),
  }),
  step('nobody is told of it', {
    check: (story) => {
      const { world } = story;
      const ways = { mention: 'email', assignment: 'email', reply: 'email', conversation: 'email' } as const;
      const told = world.rows.all('agents').flatMap((agent) => {
        const settings = { id: world.id(), space: `agent:${agent.id}`, ways, quiet: null };
        return noticesOfWrites(world.commits.at(-1)?.writes ?? [], { agent, settings, inboxIds: [world.support] }, world.at);
      });
      expect(told).toEqual([]);
    },
  }),
];
