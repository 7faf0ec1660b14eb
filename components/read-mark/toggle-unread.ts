import type { Conversation } from '../../domain/model/conversation';
import { isUnseen, newsAt } from '../../domain/read-mark/is-unseen';
import { readMarkId } from '../../domain/read-mark/read-mark-id';
import type { SamtaleDatabase } from '../../utils/store/database';
import type { ActionContext } from '../actions/action';
import { titleOf } from '../actions/title-of';

/** Unread what one has read, and read what one has not; Undo makes it as it was, with no mark where there was none. */
export async function toggleUnread(
  db: Pick<SamtaleDatabase, 'readMarks'>,
  conversation: Conversation,
  { me, text, perform }: Pick<ActionContext, 'me' | 'text' | 'perform'>,
): Promise<void> {
  const { id: conversationId } = conversation;
  const mark = await db.readMarks.get(readMarkId(me, conversationId));
  const unseen = isUnseen(mark, conversation, me);
  const seenAt = mark?.seenAt ?? 0;
  const said = text.t(unseen ? 'readDidRead' : 'readDidUnread', { title: titleOf(conversation, text) });
  const takeBack = () =>
    perform('setReadMark', { conversationId, seenAt: mark ? seenAt : null, ...(unseen && { unread: true as const }) }, text.t('undone'));
  if (unseen) await perform('setReadMark', { conversationId, seenAt: Math.max(seenAt, newsAt(conversation, me)) }, said, takeBack);
  else await perform('setReadMark', { conversationId, seenAt, unread: true }, said, takeBack);
}
