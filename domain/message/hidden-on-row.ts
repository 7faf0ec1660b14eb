import { commentPreviewOf } from '../conversation/with-message';
import { withPreviewOf } from '../conversation/with-preview-of';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import { previewOf } from './preview-of';

const filesOf = ({ attachments }: Message) => attachments.filter(({ inline }) => !inline).length;

/** The row once `message` is hidden: neither its words nor its files are counted or shown. `thread`: newest first, with it hidden already. */
export function rowWithout(row: Conversation, message: Message, thread: readonly Message[]): Conversation {
  const next = { ...row, attachmentCount: row.attachmentCount - filesOf(message) };
  if (message.kind === 'comment') {
    if (row.commentPreview?.at !== message.receivedAt) return next;
    const last = thread.find(({ kind, hidden }) => kind === 'comment' && !hidden);
    return { ...next, commentPreview: last ? commentPreviewOf(last) : null };
  }
  const newest = thread.find(({ kind, hidden, blocked }) => kind !== 'comment' && kind !== 'event' && !hidden && !blocked);
  const isOthers = newest !== undefined && newest.receivedAt >= message.receivedAt && previewOf(newest) === row.preview;
  if (row.preview !== previewOf(message) || isOthers) return next;
  return { ...next, preview: '', previewHidden: message.id };
}

/** The row once it is shown again, as it was where nothing newer has come. */
export function rowWith(row: Conversation, message: Message): Conversation {
  const next = { ...row, attachmentCount: row.attachmentCount + filesOf(message) };
  if (message.kind === 'comment')
    return (row.commentPreview?.at ?? Number.NEGATIVE_INFINITY) < message.receivedAt ? { ...next, commentPreview: commentPreviewOf(message) } : next;
  return row.previewHidden === message.id ? withPreviewOf(next, message) : next;
}
