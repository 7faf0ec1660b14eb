import { expect } from 'vitest';
import type { Id } from '../../../domain/model/ids';
import { viewsOf } from '../../../domain/view/views-of';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about conversations, for every page of rules. A conversation is there, as an open e-mail of its writer to Support that nobody owns, as
 * soon as a row names it: A is Kim's, B is Lea's, C is Ole's.
 *
 *   how it begins   A is a chat · A lies in Sales · Bo started A
 *   how it stands   A is open · A and B are closed · B is in trash · A is in Spam · A is nobody's · A is Bo's · A was Bo's before
 *                   A is in Unassigned · A is in Assigned to me of Bo · A is not in Sent · an answer is owed in A
 *                   A's channel reopens tickets on an answer
 *   what one does   Ann closes A · Bo opens A again · Ann gives A to Bo · Ann gives A to nobody · Ann moves A to trash · Ann restores A
 *                   Ann marks A as spam · Ann marks A as not spam · Ann always allows the sender of A · Ann answers A
 */
const row = (story: Story, id: Id) => story.world.get('conversations', id);
const each = async (ids: readonly Id[], run: (id: Id) => Promise<void>) => {
  for (const id of ids) await run(id);
};

/** Begins what cannot become so later: it has to be said before anything else of it. */
const beginning = [
  step('{newConversation} is an e-mail from {contact}', {
    given: async (story, name, from) => story.begin(name, (await story.world.mailFrom(from)).conversationId),
  }),
  step('{newConversation} is a chat', { given: async (story, name) => story.begin(name, await story.world.chatLine()) }),
  step('{newConversation} is a chat a bot leads, its visitor silent for {duration}', {
    given: async (story, name, silence) => {
      story.begin(name, await story.world.chatLine({ bot: { name: 'Robo' } }));
      story.world.at += silence;
    },
  }),
  step('{newConversation} lies in {inbox}', {
    given: async (story, name, inboxId) => {
      const channelId = inboxId === story.world.sales ? story.world.salesMail : story.world.mail;
      story.begin(name, (await story.world.mailFrom('kim@kunde.example', { channelId })).conversationId);
    },
  }),
];

const standing = [
  step('{conversations} (is|are) open', {
    given: () => undefined,
    check: (story, ids) => expect(ids.map((id) => row(story, id).status)).toEqual(ids.map(() => 'open')),
  }),
  step('{conversations} (is|are) closed', {
    given: (story, ids) => each(ids, async (id) => story.act(story.memberOf(row(story, id)), 'closeConversation', { conversationId: id })),
    check: (story, ids) => expect(ids.map((id) => row(story, id).status)).toEqual(ids.map(() => 'closed')),
  }),
  step('{conversations} (is|are) in trash', {
    given: (story, ids) => each(ids, async (id) => story.act(story.memberOf(row(story, id)), 'trashConversation', { conversationId: id })),
    check: (story, ids) => expect(ids.map((id) => viewsOf(row(story, id)))).toEqual(ids.map(() => ['trash'])),
  }),
  step('{conversations} (is|are) not in trash', {
    check: (story, ids) => expect(ids.map((id) => row(story, id).trashed)).toEqual(ids.map(() => null)),
  }),
  step('{conversations} (is|are) in Spam', {
    given: (story, ids) => each(ids, async (id) => story.act(story.memberOf(row(story, id)), 'markSpam', { conversationId: id })),
    check: (story, ids) => expect(ids.map((id) => viewsOf(row(story, id)))).toEqual(ids.map(() => ['spam'])),
  }),
  step('{conversations} (is|are) not in Spam', {
    check: (story, ids) => expect(ids.map((id) => row(story, id).spam)).toEqual(ids.map(() => null)),
  }),
  step("{conversations} (is|are) {agent}'s", {
    given: (story, ids, ownerId) =>
      each(ids, async (id) => story.act(story.memberOf(row(story, id)), 'assignConversation', { conversationId: id, ownerId })),
    check: (story, ids, ownerId) => expect(ids.map((id) => row(story, id).ownerId)).toEqual(ids.map(() => ownerId)),
  }),
  step("{conversations} (is|are) nobody's", {
    given: (story, ids) => expect(ids.map((id) => row(story, id).ownerId)).toEqual(ids.map(() => null)),
    check: (story, ids) => expect(ids.map((id) => row(story, id).ownerId)).toEqual(ids.map(() => null)),
  }),
  step("{conversation} was {agent}'s before", {
    check: (story, id, agentId) => expect(row(story, id).previousOwnerId).toBe(agentId),
  }),
  step('{conversation} is in {view}', { check: (story, id, view) => expect(viewsOf(row(story, id))).toContain(view) }),
  step('{conversation} is not in {view}', { check: (story, id, view) => expect(viewsOf(row(story, id))).not.toContain(view) }),
  step('{conversation} is in Assigned to me of {agent}', {
    check: (story, id, agentId) => expect([viewsOf(row(story, id)).includes('mine'), row(story, id).ownerId]).toEqual([true, agentId]),
  }),
  step('an answer is owed in {conversation}', { check: (story, id) => expect(row(story, id).dueAt).not.toBeNull() }),
  step('no answer is owed in {conversation}', { check: (story, id) => expect(row(story, id).dueAt).toBeNull() }),
  step("{conversation}'s channel reopens tickets on an answer", {
    given: (story, id) => story.world.set('channels', row(story, id).channelId ?? '', { reopenTicketOnAnswer: true }),
  }),
];

const acts = [
  step('{agent} closes {conversation}', { act: (story, by, conversationId) => story.act(by, 'closeConversation', { conversationId }) }),
  step('{agent} opens {conversation} again', { act: (story, by, conversationId) => story.act(by, 'reopenConversation', { conversationId }) }),
  step('{agent} gives {conversation} to {owner}', {
    act: (story, by, conversationId, ownerId) => story.act(by, 'assignConversation', { conversationId, ownerId }),
  }),
  step('{agent} moves {conversation} to trash', { act: (story, by, conversationId) => story.act(by, 'trashConversation', { conversationId }) }),
  step('{agent} restores {conversation}', { act: (story, by, conversationId) => story.act(by, 'restoreConversation', { conversationId }) }),
  step('{agent} marks {conversation} as spam', { act: (story, by, conversationId) => story.act(by, 'markSpam', { conversationId }) }),
  step('{agent} marks {conversation} as not spam', {
    act: (story, by, conversationId) => story.act(by, 'markNotSpam', { conversationId, alwaysAllow: false, ruleId: story.world.id() }),
  }),
  step('{agent} always allows the sender of {conversation}', {
    act: (story, by, conversationId) => story.act(by, 'markNotSpam', { conversationId, alwaysAllow: true, ruleId: story.world.id() }),
  }),
  step('{agent} answers {conversation}', {
    act: async (story, by, conversationId) => {
      await story.world.reply(by, conversationId, { channelId: row(story, conversationId).channelId ?? '' });
    },
  }),
  step('{agent} leaves {inbox}', {
    act: (story, agentId, inboxId) => story.act(story.memberOf({ inboxId }), 'removeMember', { inboxId, agentId }),
  }),
];

export const steps: Step[] = [...beginning, ...standing, ...acts];
