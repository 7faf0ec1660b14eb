import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { type FoundTicket, findTickets } from '../../utils/store/find-tickets';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { StageMark } from '../ticket/stage-mark';
import { FindOne } from './find-one';

const most = 8;

/** Finds a ticket by number or name, on this device, and puts the conversation on it (TKT-1). One of another inbox says why not (D24). */
export function LinkTicket({ conversation, onLeave }: { conversation: Conversation; onLeave(): void }) {
  const { t } = useText();
  const { db } = useWorkspace();
  const perform = usePerform();
  const [typed, setTyped] = useState('');
  const { id: conversationId, inboxId, contactId, space } = conversation;
  const answer = useLiveQuery(
    async () => ({ typed, found: await findTickets(db, { contactId, space }, typed, most) }),
    [db, contactId, space, typed],
  );
  const found = answer?.found ?? [];
  const reasonOf = ({ ticket }: FoundTicket) => (ticket.inboxId === inboxId ? undefined : t('refusal_ticket-in-other-inbox'));
  const choose = ({ ticket }: FoundTicket) =>
    void perform('linkTicket', { conversationId, ticketId: ticket.id }, t('tktDidLink', { number: `T-${ticket.number}`, name: ticket.name }));
  return (
    <FindOne
      label={t('tktFind')}
      hint={t('tktFindHint')}
      foundLabel={t('tktFound')}
      typed={typed}
      found={found}
      words={answer?.typed === typed && found.length === 0 ? t('tktNotFound') : ''}
      reasonOf={reasonOf}
      onType={setTyped}
      onChoose={choose}
      onLeave={onLeave}
    >
      {(one) => (
        <span className="min-w-0 grow">
          <span className="flex items-center gap-2">
            <span className={`cut grow ${reasonOf(one) ? 'text-ink-3' : ''}`}>{one.ticket.name}</span>
            <span className="num flex-none text-xs text-ink-3">T-{one.ticket.number}</span>
          </span>
          <span className="flex items-center gap-2 text-xs text-ink-3">
            {reasonOf(one) ?? (
              <>
                <span className="cut grow">{one.contact?.name}</span>
                <StageMark ticket={one.ticket} />
              </>
            )}
          </span>
        </span>
      )}
    </FindOne>
  );
}
