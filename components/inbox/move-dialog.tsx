import { useLiveQuery } from 'dexie-react-hooks';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { QuestionDialog } from '../ui/question-dialog';

interface Props {
  conversation: Conversation;
  onMoved(): void;
  onClose(): void;
}

/** Asks into which of one's inboxes a conversation moves, and says which others go along because they share its ticket (THR-19, D24). */
export function MoveDialog({ conversation, onMoved, onClose }: Props) {
  const text = useText();
  const { t, plural } = text;
  const { db, inboxes, members, me } = useWorkspace();
  const perform = usePerform();
  const { ticketId } = conversation;
  const on = useLiveQuery(async () => {
    if (ticketId === null) return { others: [] };
    const [ticket, users] = await Promise.all([db.tickets.get(ticketId), db.conversations.where('ticketId').equals(ticketId).toArray()]);
    return { ticket, others: users.filter((user) => user.id !== conversation.id) };
  }, [db, ticketId, conversation.id]);
  const targets = inboxes.filter(
    (inbox) => inbox.id !== conversation.inboxId && members.some(({ inboxId, agentId }) => inboxId === inbox.id && agentId === me),
  );
  const move = async (inboxId: Id, inbox: string, leave: () => void) => {
    const args = { conversationId: conversation.id, inboxId, alongside: (on?.others ?? []).map((other) => other.id) };
    const done = await perform('moveConversation', args, t('moveInboxDid', { title: titleOf(conversation, text), inbox }));
    leave();
    if (done) onMoved();
  };
  return (
    <QuestionDialog
      title={t('moveInboxAsk')}
      onClose={onClose}
      answers={(leave) => (
        <>
          {on &&
            targets.map((inbox) => (
              <button key={inbox.id} type="button" className="btn line lg wrap-anywhere" onClick={() => void move(inbox.id, inbox.name, leave)}>
                {inbox.name}
              </button>
            ))}
          <button type="button" className="btn lg" onClick={leave}>
            {t('chnCancel')}
          </button>
        </>
      )}
    >
      <p>{t(targets.length === 0 ? 'moveInboxNowhere' : 'moveInboxWhat')}</p>
      {on?.ticket && (
        <p className="mt-2">
          {on.others.length === 0
            ? t('moveInboxTicket', { number: String(on.ticket.number), name: on.ticket.name })
            : plural('moveInboxOthers', on.others.length, { number: String(on.ticket.number), name: on.ticket.name })}
        </p>
      )}
    </QuestionDialog>
  );
}
