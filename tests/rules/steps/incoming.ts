import type { Id } from '../../../domain/model/ids';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about what comes in.
 *
 *   A's contact writes again · a machine answers in A · an e-mail of Kim begins B · an e-mail of Kim to Sales begins B · bulk mail begins B
 */

/** A mail that goes on in a conversation, as a mail program would send it. */
async function goesOn(story: Story, conversationId: Id, mail: Parameters<Story['world']['mailFrom']>[1] = {}) {
  const { contactName: name, contactAddress, channelId } = story.world.get('conversations', conversationId);
  const references = story.world.thread(conversationId).flatMap(({ rfcMessageId }) => rfcMessageId ?? []);
  await story.world.mailFrom({ name, address: contactAddress ?? '' }, { references, channelId: channelId ?? '', ...mail });
}

export const steps: Step[] = [
  step("{conversation}'s contact writes again", { act: (story, id) => goesOn(story, id) }),
  step('a machine answers in {conversation}', { act: (story, id) => goesOn(story, id, { automatic: 'auto-reply' }) }),
  step('an e-mail of {contact} begins {newConversation}', {
    act: async (story, from, name) => {
      story.begin(name, (await story.world.mailFrom(from)).conversationId);
    },
  }),
  step('bulk mail of {contact} begins {newConversation}', {
    act: async (story, from, name) => {
      story.begin(name, (await story.world.mailFrom(from, { bulk: true })).conversationId);
    },
  }),
];
