import { useLiveQuery } from 'dexie-react-hooks';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import { usePerform } from '../actions/use-perform';
import { AddressText } from '../context/address-text';
import { useWorkspace } from '../panel/workspace-context';
import { QuestionDialog } from '../ui/question-dialog';

/** Asks before a sender is blocked whose conversation has a ticket, and names what goes for good and what stays (THR-6, D6). */
export function BlockSenderDialog({ conversation, onClose }: { conversation: Conversation; onClose(): void }) {
  const { t, plural } = useText();
  const { db } = useWorkspace();
  const perform = usePerform();
  const { ticketId } = conversation;
  const on = useLiveQuery(async () => {
    if (ticketId === null) return undefined;
    const [ticket, users] = await Promise.all([db.tickets.get(ticketId), db.conversations.where('ticketId').equals(ticketId).toArray()]);
    return ticket && { ticket, others: users.filter((user) => user.id !== conversation.id && user.trashed === null).length };
  }, [db, ticketId, conversation.id]);
  const address = conversation.contactAddress ?? '';
  const yes = async (leave: () => void) => {
    await perform('blockSender', { conversationId: conversation.id, ruleId: newId() }, t('didBlock', { address }));
    leave();
  };
  return (
    <QuestionDialog
      title={<AddressText>{t('blkAsk', { address })}</AddressText>}
      onClose={onClose}
      answers={(leave) => (
        <>
          <button type="button" className="btn fill late lg" onClick={() => void yes(leave)}>
            {t('actionBlock')}
          </button>
          <button type="button" className="btn lg" onClick={leave}>
            {t('chnCancel')}
          </button>
        </>
      )}
    >
      <p>{t('blkWhat')}</p>
      {on && (
        <p className="mt-2">
          {on.others === 0
            ? t('blkTicketGoes', { number: String(on.ticket.number), name: on.ticket.name })
            : plural('trsTicketStays', on.others, { number: String(on.ticket.number), name: on.ticket.name })}
        </p>
      )}
    </QuestionDialog>
  );
}
