import { expect } from 'vitest';
import type { Id } from '../../../domain/model/ids';
import { isNewsTo } from '../../../domain/read-mark/is-news-to';
import { isUnseen, newsAt } from '../../../domain/read-mark/is-unseen';
import { readMarkId } from '../../../domain/read-mark/read-mark-id';
import { step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about what an agent has read.
 *
 *   Ann looks at A · Ann looked at A · Ann marks A unread · A holds something new for Ann · A holds nothing new for Ann
 *   nobody's place in A is kept
 */
const mark = (story: Story, by: Id, id: Id) => story.world.rows.row('readMarks', readMarkId(by, id));
const look = (story: Story, by: Id, conversationId: Id) =>
  story.act(by, 'setReadMark', { conversationId, seenAt: Math.max(...story.world.thread(conversationId).map(({ receivedAt }) => receivedAt)) });
const isNew = (story: Story, by: Id, id: Id) => {
  const row = story.world.get('conversations', id);
  const news = story.world.thread(id).filter((message) => isNewsTo(message, by));
  // What the row keeps and what the thread holds are one rule.
  expect(newsAt(row, by)).toBe(Math.max(0, ...news.map(({ receivedAt }) => receivedAt)));
  return isUnseen(mark(story, by, id), row, by);
};

export const steps = [
  step('{agent} looked at {conversation}', { given: (story, by, id) => look(story, by, id) }),
  step('{agent} looks at {conversation}', { act: (story, by, id) => look(story, by, id) }),
  step('{agent} marks {conversation} unread', {
    act: (story, by, id) => story.act(by, 'setReadMark', { conversationId: id, seenAt: mark(story, by, id)?.seenAt ?? 0, unread: true }),
  }),
  step('{conversation} holds something new for {agent}', { check: (story, id, by) => expect(isNew(story, by, id)).toBe(true) }),
  step('{conversation} holds nothing new for {agent}', { check: (story, id, by) => expect(isNew(story, by, id)).toBe(false) }),
  step('{agent} comments on {conversation}', {
    act: (story, by, id) =>
      story.act(by, 'addComment', {
        conversationId: id,
        messageId: story.world.id(),
        text: 'Done',
        html: '<p>Done</p>',
        mentions: [],
        attachments: [],
        draftId: null,
      }),
  }),
  step('nobody’s place in {conversation} is kept', {
    check: (story, id) => expect(story.world.rows.all('readMarks').filter(({ conversationId }) => conversationId === id)).toEqual([]),
  }),
];
