import { useLiveQuery } from 'dexie-react-hooks';
import { useId } from 'react';
import type { Workspace } from '../../../domain/model/workspace';
import { usualTicketLimit } from '../../../domain/ticket/ticket-limit';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { useLimitDraft } from '../use-limit-draft';

/** How many tickets a contact may have (CHN-12). */
export function TicketLimitField({ may }: { may: boolean }) {
  const { db } = useWorkspace();
  const workspace = useLiveQuery(() => db.workspaces.toCollection().first(), [db]);
  return workspace ? <LimitOf workspace={workspace} may={may} /> : null;
}

/** It holds when one leaves the field, or by Enter; Esc puts back what was there. */
function LimitOf({ workspace, may }: { workspace: Workspace; may: boolean }) {
  const { t, plural } = useText();
  const perform = usePerform();
  const { connection } = useWorkspace();
  const id = useId();
  const limit = workspace.ticketLimit ?? usualTicketLimit;
  const [typed, setTyped] = useLimitDraft(`ticket-limit/${connection.id}`, String(limit));
  const wanted = Number(typed);
  const problem = !(Number.isInteger(wanted) && wanted >= 1 && wanted <= 100_000);
  const keep = () => {
    if (problem) return;
    if (wanted === limit) setTyped(undefined);
    else void perform('setTicketLimit', { workspaceId: workspace.id, limit: wanted }, plural('tktLimitSet', wanted));
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
            if (event.key === 'Escape') setTyped(undefined);
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
