import { ChevronDown } from 'lucide-react';
import { botHoldsOpen } from '../../domain/conversation/bot-holds-open';
import { stageOf, stagesOf } from '../../domain/ticket/stages';
import { useText } from '../../utils/i18n/use-text';
import type { Subject } from '../actions/action';
import { refusalWords } from '../actions/refusal-words';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import type { MenuEntry } from '../ui/menu-entry';
import { stageName } from './stage-name';
import { stageTone } from './stage-tone';

/** The ticket's status, to be changed at the top of the reply editor (TKT-9). A closed stage says how many conversations it closes with it (D1). */
export function StageMenu({ subject }: { subject: Subject }) {
  const text = useText();
  const { inboxes } = useWorkspace();
  const perform = usePerform();
  const { ticket, conversation, openSiblings } = subject;
  if (!ticket || ticket.trashedAt !== null) return null;
  const inbox = inboxes.find(({ id }) => id === ticket.inboxId) ?? {};
  const now = stageOf(ticket, inbox);
  const open = openSiblings + (conversation.status === 'open' ? 1 : 0);
  const entries = stagesOf(inbox).map((stage): MenuEntry => {
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
  return (
    <MenuButton label={text.t('tktStatus')} className="btn xs self-center font-normal" align="end" entries={entries}>
      <span className="sr-only">{text.t('tktStatus')}: </span>
      <span className={`stage ${stageTone(now)}`}>{stageName(now, text)}</span>
      <Icon of={ChevronDown} size={12} />
    </MenuButton>
  );
}
