import type { Ticket } from '../../domain/model/ticket';
import { stageOf } from '../../domain/ticket/stages';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { stageName } from './stage-name';
import { stageTone } from './stage-tone';

/** Where a ticket stands, as its square and word: new, open, closed. */
export function StageMark({ ticket }: { ticket: Ticket }) {
  const text = useText();
  const { inboxes } = useWorkspace();
  const stage = stageOf(ticket, inboxes.find(({ id }) => id === ticket.inboxId) ?? {});
  return <span className={`stage ${stageTone(stage)}`}>{stageName(stage, text)}</span>;
}
