import { ChevronDown } from 'lucide-react';
import { stageOf } from '../../domain/ticket/stages';
import { useText } from '../../utils/i18n/use-text';
import type { Subject } from '../actions/action';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import { stageEntries } from './stage-entries';
import { stageName } from './stage-name';
import { stageTone } from './stage-tone';

interface Props {
  subject: Subject;
  /** Above the reply, on the line above the thread, or as a value among others that is edited where it stands (TKT-2). */
  place: 'reply' | 'line' | 'value';
}

/** The ticket's status, to be changed: at the top of the reply editor (TKT-9), and wherever the ticket is told of. */
export function StageMenu({ subject, place }: Props) {
  const text = useText();
  const { inboxes } = useWorkspace();
  const perform = usePerform();
  const { ticket } = subject;
  if (!ticket || ticket.trashedAt !== null) return null;
  const inbox = inboxes.find(({ id }) => id === ticket.inboxId) ?? {};
  const now = stageOf(ticket, inbox);
  const name = stageName(now, text);
  const entries = stageEntries({ subject, ticket, inbox }, text, perform);
  const square = <span className={`stage ${stageTone(now)}`}>{name}</span>;
  if (place !== 'reply')
    return (
      <MenuButton
        label={text.t('tktStage')}
        buttonName={`${text.t('tktStage')}: ${name}`}
        className={place === 'value' ? 'ed' : 'btn xs -mr-2 font-normal'}
        align={place === 'value' ? 'start' : 'end'}
        entries={entries}
      >
        {square}
      </MenuButton>
    );
  return (
    <MenuButton label={text.t('tktStatus')} className="btn xs self-center font-normal" align="end" entries={entries}>
      <span className="sr-only">{text.t('tktStatus')}: </span>
      {square}
      <Icon of={ChevronDown} size={12} />
    </MenuButton>
  );
}
