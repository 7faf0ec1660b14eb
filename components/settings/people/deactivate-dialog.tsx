import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useId, useRef } from 'react';
import type { Agent } from '../../../domain/model/agent';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';

/** Asks before a colleague is deactivated, and says what that brings about (VIEW-1, S7). */
export function DeactivateDialog({ agent, onClose }: { agent: Agent; onClose(): void }) {
  const { t, plural } = useText();
  const { db } = useWorkspace();
  const perform = usePerform();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { name } = agent;
  const owned = useLiveQuery(
    async () => (await db.counters.toArray()).reduce((sum, { counts }) => sum + (counts[`mine:${agent.id}`] ?? 0), 0),
    [db, agent.id],
  );
  const deactivate = async () => {
    await perform('setAgentActive', { agentId: agent.id, active: false }, t('peopleDeactivated', { name }));
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-lg font-semibold wrap-anywhere">
        {t('peopleDeactivateAsk', { name })}
      </h2>
      <ul id={`${id}-what`} className="mt-2 list-disc pl-5 text-ink-2">
        {owned !== undefined && <li>{owned === 0 ? t('peopleDeactivateNone') : plural('peopleDeactivateOwned', owned)}</li>}
        <li>{t('peopleDeactivateOut')}</li>
        <li>{t('peopleDeactivateStays')}</li>
        <li>{t('peopleDeactivateBack')}</li>
      </ul>
      {/* Without an edge of their own: their words stand below the others. */}
      <div className="mt-4 -ml-3.5 flex flex-wrap gap-2">
        <button type="button" className="btn danger lg" onClick={() => void deactivate()}>
          {t('peopleDeactivateDo')}
        </button>
        <button type="button" className="btn lg" onClick={() => dialog.current?.close()}>
          {t('chnCancel')}
        </button>
      </div>
    </dialog>
  );
}
