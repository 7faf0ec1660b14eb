import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useId, useRef } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import { usePerform } from '../actions/use-perform';
import { AddressText } from '../context/address-text';
import { useWorkspace } from '../panel/workspace-context';

/** Asks before a sender is blocked whose conversation has a ticket, and names what goes for good and what stays (THR-6, D6). */
export function BlockSenderDialog({ conversation, onClose }: { conversation: Conversation; onClose(): void }) {
  const { t, plural } = useText();
  const { db } = useWorkspace();
  const perform = usePerform();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { ticketId } = conversation;
  const on = useLiveQuery(async () => {
    if (ticketId === null) return undefined;
    const [ticket, users] = await Promise.all([db.tickets.get(ticketId), db.conversations.where('ticketId').equals(ticketId).toArray()]);
    return ticket && { ticket, others: users.filter((user) => user.id !== conversation.id && user.trashed === null).length };
  }, [db, ticketId, conversation.id]);
  const address = conversation.contactAddress ?? '';
  const yes = async () => {
    await perform('blockSender', { conversationId: conversation.id, ruleId: newId() }, t('didBlock', { address }));
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-lg font-semibold wrap-anywhere">
        <AddressText>{t('blkAsk', { address })}</AddressText>
      </h2>
      <div id={`${id}-what`} className="mt-2 wrap-anywhere text-ink-2">
        <p>{t('blkWhat')}</p>
        {on && (
          <p className="mt-2">
            {on.others === 0
              ? t('blkTicketGoes', { number: String(on.ticket.number), name: on.ticket.name })
              : plural('trsTicketStays', on.others, { number: String(on.ticket.number), name: on.ticket.name })}
          </p>
        )}
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="btn fill late lg" onClick={() => void yes()}>
          {t('actionBlock')}
        </button>
        <button type="button" className="btn lg" onClick={() => dialog.current?.close()}>
          {t('chnCancel')}
        </button>
      </div>
    </dialog>
  );
}
