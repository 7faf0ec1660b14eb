import { isAvailable } from '../../domain/agent/is-available';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { useNow } from '../ui/use-now';

/** To whom what lies in an inbox can be given: its members, oneself first (D23). */
export function useOwners(inboxId: Id) {
  const { t, locale } = useText();
  const { agents, members, me } = useWorkspace();
  const now = useNow();
  return members
    .filter((member) => member.inboxId === inboxId)
    .flatMap((member) => agents.get(member.agentId) ?? [])
    .filter((agent) => agent.active)
    .sort((a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name, locale))
    .map((agent) => ({
      agent,
      label: agent.id === me ? t('nameAndYou', { name: agent.name }) : agent.name,
      // Whom to leave in peace is seen before one chooses (AVL-1).
      away: isAvailable(agent, now) ? undefined : t('availabilityAway'),
    }));
}
