import { expect } from 'vitest';
import type { SenderRule } from '../../../domain/model/contact';
import type { Id } from '../../../domain/model/ids';
import type { ArgsOf } from '../../../domain/mutations';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about the life of conversations and messages.
 *
 *   whose mail is spam   Kim is always spam · Kim's whole company is blocked · Ann says that Kim is never spam · Ann takes the rule about Kim away
 *                        its row says that the sender is denied (of the conversation that began last)
 *   trash                Ann deletes A for good · the host deletes A for good · A is gone · no message of A is left · A's first mail comes again
 */
const setRule = (story: Story, by: Id, pattern: string, kind: SenderRule['kind']) =>
  story.act(by, 'setSenderRule', { ruleId: story.world.id(), workspaceId: story.world.workspaceId, kind, pattern });
const companyOf = (address: string) => address.slice(address.indexOf('@'));

const senders = [
  step('{contact} is {judgement}', { given: (story, { address }, kind) => setRule(story, story.agent('Ann'), address, kind) }),
  step("{contact}'s whole company is {judgement}", {
    given: (story, { address }, kind) => setRule(story, story.agent('Ann'), companyOf(address), kind),
  }),
  step('{agent} says that {contact} is {judgement}', { act: (story, by, { address }, kind) => setRule(story, by, address, kind) }),
  step("{agent} says that {agent}'s own address is {judgement}", {
    act: (story, by, whose, kind) => setRule(story, by, story.world.get('agents', whose).email, kind),
  }),
  step('{agent} takes the rule about {contact} away', {
    act: async (story, by, { address }) => {
      const rule = story.world.rows.all('senderRules').find(({ pattern }) => pattern === address);
      await story.act(by, 'removeSenderRule', { ruleId: rule?.id ?? story.world.id() });
    },
  }),
  step('its row says that {spamReason}', {
    check: (story, reason) => expect(story.world.rows.all('conversations').at(-1)?.spam?.reason).toBe(reason),
  }),
];

/** Mails as they came, by the conversation they began: what is deleted for good cannot be asked. */
const firstMails = new WeakMap<Story, ArgsOf<'receiveMessage'>>();

const trash = [
  step('{agent} deletes {conversation} for good', { act: (story, by, conversationId) => deletes(story, by, conversationId) }),
  step('the host deletes {conversation} for good', { act: (story, conversationId) => deletes(story, 'host', conversationId) }),
  step('{conversation} is gone', { check: (story, id) => expect(story.world.rows.row('conversations', id)).toBeUndefined() }),
  step('no message of {conversation} is left', { check: (story, id) => expect(story.world.thread(id)).toEqual([]) }),
  step("{conversation}'s first mail comes again", {
    act: async (story) => {
      const mail = firstMails.get(story);
      if (!mail) throw new Error('no mail has gone');
      await story.act('host', 'receiveMessage', mail);
      expect(story.world.rows.all('messages')).toEqual([]);
    },
  }),
];

async function deletes(story: Story, by: Id | 'host', conversationId: Id) {
  const { world } = story;
  const [first] = world.thread(conversationId);
  if (first?.author.kind === 'contact')
    firstMails.set(story, world.aMail(first.author.address ?? '', { rfcMessageId: first.rfcMessageId, text: first.text, date: first.receivedAt }));
  await story.act(by, 'deleteForever', { conversationId });
}

const blocking = [
  step('{contact} wrote {newConversation} too', {
    given: async (story, from, name) => story.begin(name, (await story.world.mailFrom(from)).conversationId),
  }),
  step('{agent} blocks the sender of {conversation}', {
    act: (story, by, conversationId) => story.act(by, 'blockSender', { conversationId, ruleId: story.world.id() }),
  }),
  step('{agent} unblocks the sender of {conversation}', {
    act: (story, by, conversationId) => story.act(by, 'unblockSender', { conversationId }),
  }),
  step('the newest message of {conversation} is folded', { check: (story, id) => expect(story.world.thread(id).at(-1)?.blocked).toBe(true) }),
];

export const steps: Step[] = [...blocking, ...senders, ...trash];
