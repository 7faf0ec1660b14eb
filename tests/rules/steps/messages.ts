import { expect } from 'vitest';
import { tableNames } from '../../../domain/core/tables';
import type { Id } from '../../../domain/model/ids';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about one message of a conversation.
 *
 *   hiding   Bo hides the first message of A · Bo hides the newest message of A · Bo shows the first message of A again
 *            the first message of A is hidden by Bo · the first message of A says "Hello" · A's row says that a message is hidden
 *            "Hello" stands in the vault alone · "Hello" stands nowhere · the first mail of A is received once more
 */
const first = (story: Story, conversationId: Id) => {
  const [message] = story.world.thread(conversationId);
  if (!message) throw new Error('there is no message');
  return message;
};
const hide = (story: Story, by: Id, conversationId: Id, messageId: Id) => story.act(by, 'hideMessage', { conversationId, messageIds: [messageId] });
/** Tables in which these words stand. */
const tablesWith = ({ world }: Story, words: string) => tableNames.filter((table) => JSON.stringify(world.rows.all(table)).includes(words));
const row = (story: Story, id: Id) => story.world.get('conversations', id);

export const steps: Step[] = [
  step('{agent} hides the first message of {conversation}', { act: (story, by, id) => hide(story, by, id, first(story, id).id) }),
  step('{agent} hides the newest message of {conversation}', {
    act: (story, by, id) => hide(story, by, id, story.world.thread(id).at(-1)?.id ?? ''),
  }),
  step('{agent} shows the first message of {conversation} again', {
    act: (story, by, id) => story.act(by, 'unhideMessage', { conversationId: id, messageIds: [first(story, id).id] }),
  }),
  step('the first message of {conversation} is hidden by {agent}', {
    given: (story, id, by) => hide(story, by, id, first(story, id).id),
    check: (story, id, by) => expect(first(story, id)).toMatchObject({ hidden: { by }, text: '', rawHash: null }),
  }),
  step('the first message of {conversation} says {text}', {
    check: (story, id, words) => expect([first(story, id).text, first(story, id).hidden]).toEqual([words, undefined]),
  }),
  step("{conversation}'s row says that a message is hidden", {
    check: (story, id) => expect([row(story, id).preview, row(story, id).previewHidden]).toEqual(['', first(story, id).id]),
  }),
  step("{conversation}'s row says that no message is hidden", {
    check: (story, id) => expect([row(story, id).preview !== '', row(story, id).previewHidden]).toEqual([true, undefined]),
  }),
  step('{text} stands in the vault alone', { check: (story, words) => expect(tablesWith(story, words)).toEqual(['hiddenMessages']) }),
  step('{text} stands nowhere', { check: (story, words) => expect(tablesWith(story, words)).toEqual([]) }),
  step('the first mail of {conversation} is received once more', {
    act: async (story, id) => {
      const { author, rfcMessageId, receivedAt } = first(story, id);
      const address = author.kind === 'contact' ? (author.address ?? '') : '';
      const before = story.world.thread(id).length;
      await story.act('host', 'receiveMessage', story.world.aMail(address, { rfcMessageId, date: receivedAt }));
      expect(story.world.thread(id)).toHaveLength(before);
    },
  }),
];
