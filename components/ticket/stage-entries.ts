import { botHoldsOpen } from '../../domain/conversation/bot-holds-open';
import type { Inbox } from '../../domain/model/inbox';
import type { Ticket } from '../../domain/model/ticket';
import { stageOf, stagesOf } from '../../domain/ticket/stages';
import type { Text } from '../../utils/i18n/text';
import type { Subject } from '../actions/action';
import { refusalWords } from '../actions/refusal-words';
import type { Perform } from '../actions/use-perform';
import type { MenuEntry } from '../ui/menu-entry';
import { stageName } from './stage-name';

interface On {
  subject: Subject;
  ticket: Ticket;
  inbox: Pick<Inbox, 'stages'>;
}

/** The stages a ticket can be put into. A closed one says how many conversations it closes with it (D1), or why it may not yet (D2). */
export function stageEntries({ subject, ticket, inbox }: On, text: Text, perform: Perform): MenuEntry[] {
  const { conversation, openSiblings } = subject;
  const now = stageOf(ticket, inbox);
  const open = openSiblings + (conversation.status === 'open' ? 1 : 0);
  return stagesOf(inbox).map((stage): MenuEntry => {
    const name = stageName(stage, text);
    const closes = stage.state === 'closed' && ticket.status === 'open';
    const held = closes && conversation.status === 'open' ? botHoldsOpen(conversation, Date.now()) : undefined;
    return {
      kind: 'item',
      id: stage.id,
      label: closes && open > 0 ? text.plural('tktStageCloses', open, { stage: name }) : name,
      checked: stage.id === now.id,
      reason: held && refusalWords(text, held),
      onSelect: () => {
        const done = text.t('tktDidStage', { number: `T-${ticket.number}`, stage: name });
        if (stage.id !== now.id) void perform('setTicketStage', { ticketId: ticket.id, stage: stage.id }, done);
      },
    };
  });
}
