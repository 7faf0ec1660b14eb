import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { mayTakeBack, messageToTakeBack, TakeBack, takeBack } from './take-back';

/**
 * "Undo" after Send (RPL-8, X11): the reply leaves the thread, the intent to send it is gone for good, and its words are a draft again. While it
 * waits in the outbox, and while the host holds it; refused once it has been handed to a mail server, so that there is exactly one outcome.
 */
export const cancelSend = defineMutation({
  name: 'cancelSend',
  args: TakeBack,
  actor: 'agent',
  may: (actor, args, tx) => mayTakeBack(actor, args, tx, ['sendReply', 'retrySend']),
  async run(tx, args, { at }) {
    const found = await messageToTakeBack(tx, args);
    if ('refused' in found) return found;
    if (found.message.delivery?.state !== 'queued') return refuse('already-left');
    tx.outboundMails.delete(args.actId);
    tx.mailIds.delete(found.message.id);
    await takeBack(tx, args, { ...found, at });
  },
});
