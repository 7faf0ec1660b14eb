import { useLiveQuery } from 'dexie-react-hooks';
import type { Agent } from '../../../domain/model/agent';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { QuestionDialog } from '../../ui/question-dialog';

/** Asks before a colleague is deactivated, and says what that brings about (VIEW-1, S7). */
export function DeactivateDialog({ agent, onClose }: { agent: Agent; onClose(): void }) {
  const { t, plural } = useText();
  const { db } = useWorkspace();
  const perform = usePerform();
  const { name } = agent;
  const owned = useLiveQuery(
    async () => (await db.counters.toArray()).reduce((sum, { counts }) => sum + (counts[`mine:${agent.id}`] ?? 0), 0),
    [db, agent.id],
  );
  const deactivate = async (leave: () => void) => {
    await perform('setAgentActive', { agentId: agent.id, active: false }, t('peopleDeactivated', { name }));
    leave();
  };
  return (
    <QuestionDialog
      title={t('peopleDeactivateAsk', { name })}
      onClose={onClose}
      answers={(leave) => (
        <>
          <button type="button" className="btn fill late lg" onClick={() => void deactivate(leave)}>
            {t('peopleDeactivateDo')}
          </button>
          <button type="button" className="btn lg" onClick={leave}>
            {t('chnCancel')}
          </button>
        </>
      )}
    >
      <ul className="list-disc pl-5">
        {owned !== undefined && <li>{owned === 0 ? t('peopleDeactivateNone') : plural('peopleDeactivateOwned', owned)}</li>}
        <li>{t('peopleDeactivateOut')}</li>
        <li>{t('peopleDeactivateStays')}</li>
        <li>{t('peopleDeactivateBack')}</li>
      </ul>
    </QuestionDialog>
  );
}
