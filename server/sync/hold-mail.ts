import { withDelivery } from '../../domain/conversation/with-delivery';
import type { Write } from '../../domain/core/tx';
import { undoSendMs } from '../../domain/message/undo-send';
import type { Id } from '../../domain/model/ids';
import type { PushedMutation } from '../../sync/protocol';

/**
 * Whether a mail of this act may have gone out before: the database was restored from a backup, and the act was done while its author knew
 * the hub as it was before. An act that does not say is taken for one; no clock of a client decides this (K12, I2).
 */
export const mayHaveGoneOut = ({ epoch }: PushedMutation, hub: { epoch: string; restored: boolean }): boolean => hub.restored && epoch !== hub.epoch;

/** The act with its mails held for a person: whether they went out, nobody knows. They are written, and none is queued. */
export function withMailHeld(writes: readonly Write[], at: number): Write[] {
  const held = new Set<Id>(writes.flatMap((write) => (isNewMail(write) ? [write.after.messageId] : [])));
  const delivery = { state: 'unknown' as const, at, text: '' };
  return writes.map((write): Write => {
    if (write.table === 'messages' && write.after && held.has(write.id)) return { ...write, after: { ...write.after, delivery } };
    if (write.table !== 'conversations' || !write.after) return write;
    return { ...write, after: [...held].reduce((row, messageId) => withDelivery(row, messageId, delivery), write.after) };
  });
}

/** Mails to send that an act wrote, and how each begins: as its message says, and not before it can no longer be taken back. */
export const newMails = (writes: readonly Write[]): { id: Id; state: 'queued' | 'unknown'; notBefore: number }[] =>
  writes.filter(isNewMail).map(({ id, after: { messageId, queuedAt } }) => {
    const message = writes.find((write) => write.table === 'messages' && write.id === messageId);
    const isHeld = message?.table === 'messages' && message.after?.delivery?.state === 'unknown';
    return { id, state: isHeld ? 'unknown' : 'queued', notBefore: queuedAt + undoSendMs };
  });

/** Mails an act took back. */
export const cancelledMails = (writes: readonly Write[]): Id[] =>
  writes.filter(({ table, before, after }) => table === 'outboundMails' && before && !after).map(({ id }) => id);

type MailWrite = Extract<Write, { table: 'outboundMails' }>;
const isNewMail = (write: Write): write is MailWrite & { after: NonNullable<MailWrite['after']> } =>
  write.table === 'outboundMails' && !write.before && Boolean(write.after);
