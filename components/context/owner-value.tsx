import type { Agent } from '../../domain/model/agent';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { AgentCircle } from '../ui/agent-circle';
import { ChoiceValue } from './choice-value';

/** Whose it is: one of these agents, or nobody's. */
export function OwnerValue({ ownerId, people, onChoose }: { ownerId: Id | null; people: readonly Agent[]; onChoose(ownerId: Id | null): void }) {
  const { t, locale } = useText();
  const { agents, me } = useWorkspace();
  const owner = ownerId === null ? undefined : agents.get(ownerId);
  const active = people
    .filter((agent) => agent.active)
    .sort((a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name, locale));
  const named = (agent: Agent) => ({ value: agent.id, label: agent.id === me ? t('nameAndYou', { name: agent.name }) : agent.name });
  return (
    <ChoiceValue<Id | null>
      label={t('owner')}
      shown={owner?.name ?? t('ctxNobody')}
      value={ownerId}
      options={[...active.map(named), { value: null, label: t('ctxNobody') }]}
      onChoose={onChoose}
    >
      {owner ? (
        <>
          <AgentCircle agent={owner} me={owner.id === me} size="s20" />
          <span className="cut">{owner.name}</span>
        </>
      ) : (
        <span className="text-ink-3">{t('ctxNobody')}</span>
      )}
    </ChoiceValue>
  );
}
