import { useLiveQuery } from 'dexie-react-hooks';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { QuestionDialog } from '../ui/question-dialog';

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
  const { ticketId } = conversation;
  const on = useLiveQuery(async () => {
    if (ticketId === null) return undefined;
    const [ticket, users] = await Promise.all([db.tickets.get(ticketId), db.conversations.where('ticketId').equals(ticketId).count()]);
    return ticket && { ticket, others: users - 1 };
  }, [db, ticketId]);
  const title = titleOf(conversation, text);
  const yes = async (leave: () => void) => {
    const done = await perform('deleteForever', { conversationId: conversation.id }, t('trsDone', { title }));
    if (done) onDeleted();
    leave();
  };
  return (
    <QuestionDialog
      title={t('trsAsk')}
      onClose={onClose}
      answers={(leave) => (
        <>
          <button type="button" className="btn fill late lg" onClick={() => void yes(leave)}>
            {t('actionDeleteForever')}
          </button>
          <button type="button" className="btn lg" onClick={leave}>
            {t('trsKeep')}
          </button>
        </>
      )}
    >
      <p>{t('trsGoes', { title })}</p>
      {on && (
        <p className="mt-2">
          {on.others === 0
            ? t('trsTicketGoes', { number: String(on.ticket.number), name: on.ticket.name })
            : plural('trsTicketStays', on.others, { number: String(on.ticket.number), name: on.ticket.name })}
        </p>
      )}
      <p className="mt-2">{t('trsNoWayBack')}</p>
    </QuestionDialog>
  );
}
