import { assignConversation } from '../../domain/conversation/assign-conversation';
import { closeConversation } from '../../domain/conversation/close-conversation';
import { trashConversation } from '../../domain/conversation/trash-conversation';
import type { Mutation } from '../../domain/core/define-mutation';
import { addComment } from '../../domain/message/add-comment';
import { receiveMessage } from '../../domain/message/receive-message';
import { recordDelivery } from '../../domain/message/record-delivery';
import { sendReply } from '../../domain/message/send-reply';
import { snoozeConversation } from '../../domain/snooze/snooze-conversation';
import { closeTicket } from '../../domain/ticket/close-ticket';
import { createTicket } from '../../domain/ticket/create-ticket';
import { type Act, actOf } from './act';
import type { SampleAgent } from './cast';
import type { SampleSource } from './conversation-acts';
import { fillIn, products } from './fill-in';
import { incomingMailArgs } from './incoming-mail-args';
import type { Person } from './person';
import { samplePdf, samplePng } from './sample-files';
import { Seeded } from './seeded';
import type { MailStory } from './stories/story';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far a conversation has come, and how long ago it began. Repeated over all mails, so every view has something in it. */
const fates = [
  { fate: 'new', from: 4 * minute, to: 3 * hour },
  { fate: 'closed', from: 3 * day, to: 40 * day },
  { fate: 'taken', from: 20 * minute, to: 6 * hour },
  { fate: 'answered', from: 5 * hour, to: 3 * day },
  { fate: 'closed', from: 2 * day, to: 45 * day },
  { fate: 'thanked', from: 5 * day, to: 45 * day },
  { fate: 'overdue', from: 1 * day, to: 3 * day },
  { fate: 'commented', from: 2 * hour, to: 2 * day },
  { fate: 'closed', from: 6 * day, to: 45 * day },
  { fate: 'asks-again', from: 1 * day, to: 6 * day },
  { fate: 'thanked', from: 2 * day, to: 30 * day },
] as const;

/** The mail conversations: asked, taken, answered, closed; some with a ticket, a comment, a file; six of them thrown away. */
export async function mailActs(source: SampleSource): Promise<Act[]> {
  const acts: Act[][] = [];
  for (let i = 0; i < source.mails; i += 1) acts.push(await oneMail(source, i));
  return acts.flat();
}

async function oneMail({ seeded, cast, people, now, keepFile }: SampleSource, i: number): Promise<Act[]> {
  const person = people[(i * 7) % people.length] as Person;
  const story = storyFor(person, i);
  const { fate, from, to } = fates[i % fates.length] as (typeof fates)[number];
  const asked = now - seeded.between(from, to);
  const order = String(88_000 + i * 13);
  const words = { product: seeded.pick(products), order, city: seeded.pick(person.language.cities), name: person.name, email: person.email };
  const say = (text: string) => fillIn(text, words);
  const agents = story.inbox === 'business' ? [cast.agents.mette, cast.agents.sofie] : Object.values(cast.agents);
  const agent = seeded.pick(agents);
  const channel = story.inbox === 'business' ? cast.channels.businessMail : cast.channels.serviceMail;
  const acts: Act[] = [];
  const act = <Args>(mutation: Mutation<string, Args>, args: NoInfer<Args>, at: number, by: SampleAgent = agent) =>
    acts.push(actOf(mutation, args, { at: Math.min(at, now), uuid: seeded.id(at), by: { kind: 'agent', agentId: by.id } }));
  const host = <Args>(mutation: Mutation<string, Args>, args: NoInfer<Args>, at: number) =>
    acts.push(actOf(mutation, args, { at, uuid: seeded.id(at), by: { kind: 'system', workspaceId: cast.workspaceId } }));

  const text = say(story.ask);
  const subject = say(story.subject);
  const sender = { name: person.name, address: person.email };
  const attachments = story.file ? [await fileOf(say(story.file.name), story.file.type, i, keepFile, seeded.id(asked))] : [];
  const cc = i % 5 === 0 ? [colleagueOf(person, people)] : [];
  const mail = incomingMailArgs(seeded, { channel, from: sender, cc, at: asked, subject, text, html: story.html ? htmlOf(text) : null, attachments });
  const { conversationId } = mail.ids;
  host(receiveMessage, mail, asked);
  if (fate === 'new' || fate === 'overdue') return i % 22 === 0 ? thrownAway() : acts;

  const taken = asked + seeded.between(3, 25) * minute;
  act(assignConversation, { conversationId, ownerId: fate === 'taken' ? cast.agents.mette.id : agent.id }, taken);
  const ticketId = story.ticket ? seeded.id(taken) : undefined;
  if (ticketId) act(createTicket, { ticketId, conversationId, name: say(story.ticket ?? '') }, taken + minute);
  if (story.comment) comment(story.comment, taken + 2 * minute);
  if (fate === 'taken' || fate === 'commented') {
    if (fate === 'commented' && !story.comment) comment('Jeg ringer til værkstedet og vender tilbage.', taken + 2 * minute);
    return acts;
  }

  const answered = asked + seeded.between(30, 200) * minute;
  const answerId = reply(say(story.answer), answered);
  if (fate === 'answered') {
    const [at, until] = [Math.min(answered + minute, now), i % 2 === 0 ? null : now + (20 + (i % 50)) * hour];
    // An id beside the others: one more choice would change all that come after it.
    const asleep = { at, uuid: new Seeded(i).id(at), by: { kind: 'agent' as const, agentId: agent.id } };
    if (i % 3 === 0) acts.push(actOf(snoozeConversation, { conversationId, until }, asleep));
    return acts;
  }
  if (fate === 'thanked' || fate === 'asks-again') {
    const back = fate === 'thanked' ? answered + seeded.between(1, 20) * hour : now - seeded.between(10, 600) * minute;
    const quoted = `Havnegaard:\n${say(story.answer).replaceAll(/^/gm, '> ')}`;
    const references = [mail.rfcMessageId ?? '', `<${answerId}@havnegaard.example>`];
    const again = fate === 'thanked' ? (story.thanks ?? 'Tak!') : askAgain[person.language.tag];
    host(
      receiveMessage,
      incomingMailArgs(seeded, { channel, from: sender, at: back, subject: `Re: ${subject}`, text: again, quotedText: quoted, references }),
      back,
    );
    if (fate === 'asks-again') return acts;
    close(back + 20 * minute);
  } else {
    close(answered + 5 * minute);
  }
  return i % 24 === 1 ? thrownAway() : acts;

  function comment(said: string, at: number) {
    const html = `<p>${said}</p>`;
    act(addComment, { messageId: seeded.id(at), conversationId, text: said, html, mentions: [], attachments: [], draftId: null }, at);
  }

  function reply(said: string, at: number) {
    const messageId = seeded.id(at);
    const html = said.replaceAll(/.+/g, '<p>$&</p>').replaceAll('\n', '');
    const inReplyTo = mail.ids.messageId;
    const written = { messageId, conversationId, channelId: channel.id, to: [], cc: [], bcc: [], subject: `Re: ${subject}`, text: said, html };
    act(sendReply, { ...written, attachments: [], inReplyTo, draftId: null }, at);
    const problem = i % 31 === 3;
    const state = problem ? 'failed' : 'sent';
    host(recordDelivery, { messageId, conversationId, state, text: problem ? '552 5.2.2 Mailbox full' : '250 2.0.0 Ok: queued' }, at + 4000);
    return messageId;
  }

  function close(at: number) {
    if (ticketId) act(closeTicket, { ticketId }, at);
    else act(closeConversation, { conversationId }, at);
  }

  function thrownAway() {
    act(trashConversation, { conversationId }, Math.max(...acts.map(({ at }) => at)) + minute);
    return acts;
  }
}

/** A customer of a firm mostly asks what firms ask. */
function storyFor({ language, firm }: Person, i: number): MailStory {
  const fitting = language.mails.filter((story) => !firm || story.inbox === 'business');
  // Not `i` itself: people and stories would then repeat in step.
  return fitting[Math.floor(i / 2 + i / 9) % fitting.length] as MailStory;
}

function colleagueOf(person: Person, people: readonly Person[]) {
  const { name, email } = people.find((other) => other !== person && other.language === person.language) ?? person;
  return { name, address: email };
}

async function fileOf(name: string, type: string, i: number, keepFile: (bytes: Uint8Array) => Promise<string>, id: string) {
  const bytes = type === 'image/png' ? samplePng(i % 60) : samplePdf(name);
  return { id, name, type, size: bytes.length, hash: await keepFile(bytes), contentId: null, inline: false, notStored: null };
}

/** As mail programs write it, with a logo that is not loaded before a person asks for it. */
const htmlOf = (text: string) =>
  `<html><body style="font-family:Georgia,serif;color:#222"><div>${text
    .split('\n\n')
    .map((part) => `<p style="margin:0 0 12px">${part.replaceAll('\n', '<br>')}</p>`)
    .join('')}</div><p><img src="https://billeder.mail.example/logo.png" alt="" width="120" height="30"></p></body></html>`;

const askAgain = {
  da: 'Hej igen\n\nVi har stadig ikke hørt, hvornår det kommer. Kan I ringe i dag?',
  nb: 'Hei igjen\n\nVi venter fortsatt på svar om tidspunktet. Kan dere ringe i dag?',
  sv: 'Hej igen\n\nVi väntar fortfarande på besked om tiden. Kan ni ringa i dag?',
  en: 'Hello again\n\nWe still do not know when it will come. Could you call today?',
};
