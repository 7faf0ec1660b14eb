import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useId, useRef } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';

interface Props {
  conversation: Conversation;
  onDeleted(): void;
  onClose(): void;
}

/** Asks once and names what goes: there is no way back from it (VIEW-10, D6). */
export function DeleteForeverDialog({ conversation, onDeleted, onClose }: Props) {
  const text = useText();
  const { t, plural } = text;
  const { db } = useWorkspace();
  const perform = usePerform();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { ticketId } = conversation;
  const on = useLiveQuery(async () => {
    if (ticketId === null) return undefined;
    const [ticket, users] = await Promise.all([db.tickets.get(ticketId), db.conversations.where('ticketId').equals(ticketId).count()]);
    return ticket && { ticket, others: users - 1 };
  }, [db, ticketId]);
  const title = titleOf(conversation, text);
  const yes = async () => {
    const done = await perform('deleteForever', { conversationId: conversation.id }, t('trsDone', { title }));
    if (done) onDeleted();
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-lg font-semibold">
        {t('trsAsk')}
      </h2>
      <div id={`${id}-what`} className="mt-2 wrap-anywhere text-ink-2">
        <p>{t('trsGoes', { title })}</p>
        {on && (
          <p className="mt-2">
            {on.others === 0
              ? t('trsTicketGoes', { number: String(on.ticket.number), name: on.ticket.name })
              : plural('trsTicketStays', on.others, { number: String(on.ticket.number), name: on.ticket.name })}
          </p>
        )}
        <p className="mt-2">{t('trsNoWayBack')}</p>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="btn fill late lg" onClick={() => void yes()}>
          {t('actionDeleteForever')}
        </button>
        <button type="button" className="btn lg" onClick={() => dialog.current?.close()}>
          {t('trsKeep')}
        </button>
      </div>
    </dialog>
  );
}
