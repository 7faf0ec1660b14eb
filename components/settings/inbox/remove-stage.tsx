import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useId, useRef, useState } from 'react';
import type { Inbox } from '../../../domain/model/inbox';
import type { Stage } from '../../../domain/model/stage';
import { stageOf } from '../../../domain/ticket/stages';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';
import { stageName } from '../../ticket/stage-name';

interface Props {
  stage: Stage;
  /** Where its tickets may go: stages of the same state. */
  others: readonly Stage[];
  inbox: Inbox;
  onRemove(into: string): void;
  onCancel(): void;
}

/** Asks where the tickets of a stage go before it is removed, and says how many there are on this device. */
export function RemoveStage({ stage, others, inbox, onRemove, onCancel }: Props) {
  const text = useText();
  const { t, plural } = text;
  const { db } = useWorkspace();
  const id = useId();
  const [into, setInto] = useState(others[0]?.id ?? '');
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => select.current?.focus(), []);
  const count = useLiveQuery(
    () => db.tickets.filter((ticket) => ticket.inboxId === inbox.id && stageOf(ticket, inbox).id === stage.id).count(),
    [db, inbox, stage.id],
  );
  return (
    <div className="flex basis-full flex-wrap items-center gap-2 pb-1">
      <label className="min-w-0" htmlFor={`${id}-into`}>
        {count === undefined ? '' : plural('tktStageHolds', count)}
      </label>
      <span className="field h-8 min-w-0">
        <select ref={select} id={`${id}-into`} value={into} onChange={({ target }) => setInto(target.value)}>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {stageName(other, text)}
            </option>
          ))}
        </select>
      </span>
      <button type="button" className="btn line xs danger" onClick={() => onRemove(into)}>
        {t('tktStageRemove')}
      </button>
      <button type="button" className="btn xs" onClick={onCancel}>
        {t('chnCancel')}
      </button>
    </div>
  );
}
