import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useId, useState } from 'react';
import { usualTicketLimit } from '../../../domain/ticket/ticket-limit';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';

/** How many tickets a contact may have (CHN-12). It holds when one leaves the field; Esc puts back what was there. */
export function TicketLimitField({ may }: { may: boolean }) {
  const { t, plural } = useText();
  const perform = usePerform();
  const { db } = useWorkspace();
  const id = useId();
  const workspace = useLiveQuery(() => db.workspaces.toCollection().first(), [db]);
  const limit = workspace?.ticketLimit ?? usualTicketLimit;
  const [typed, setTyped] = useState('');
  useEffect(() => setTyped(String(limit)), [limit]);
  if (!workspace) return null;
  const wanted = Number(typed);
  const problem = !(Number.isInteger(wanted) && wanted >= 1 && wanted <= 100_000);
  const keep = () => {
    if (!problem && wanted !== limit) void perform('setTicketLimit', { workspaceId: workspace.id, limit: wanted }, plural('tktLimitSet', wanted));
  };
  return (
    <div className="mt-4 max-w-100">
      <label className="label" htmlFor={id}>
        {t('tktLimit')}
      </label>
      <div className="field num w-24">
        <input
          id={id}
          inputMode="numeric"
          value={typed}
          readOnly={!may}
          maxLength={6}
          aria-invalid={problem}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(String(limit));
            if (event.key !== 'Enter') return;
            event.preventDefault();
            keep();
          }}
        />
      </div>
      <p className={`help ${problem ? 'text-late' : ''}`} id={`${id}-help`} role={problem ? 'alert' : undefined}>
        {t(problem ? 'tktLimitProblem' : 'tktLimitHelp')}
      </p>
    </div>
  );
}
