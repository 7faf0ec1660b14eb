import { ChevronDown } from 'lucide-react';
import { isAvailable } from '../../domain/agent/is-available';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { AgentCircle } from '../ui/agent-circle';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import { useNow } from '../ui/use-now';

/** The owner menu at the top left of the thread assigns to a member of the inbox, or to nobody (THR-2, D23). */
export function OwnerMenu({ conversation }: { conversation: Conversation }) {
  const { t, locale } = useText();
  const { agents, members, me } = useWorkspace();
  const perform = usePerform();
  const now = useNow();
  const owner = conversation.ownerId === null ? undefined : agents.get(conversation.ownerId);
  const people = members
    .filter((member) => member.inboxId === conversation.inboxId)
    .flatMap((member) => agents.get(member.agentId) ?? [])
    .filter((agent) => agent.active)
    .sort((a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name, locale));
  const assign = (ownerId: string | null, done: string) => void perform('assignConversation', { conversationId: conversation.id, ownerId }, done);
  return (
    <MenuButton
      label={t('ownerMenu')}
      className="btn min-w-0 shrink px-1.5"
      entries={[
        ...people.map((agent) => ({
          kind: 'item' as const,
          id: agent.id,
          label: agent.id === me ? t('nameAndYou', { name: agent.name }) : agent.name,
          checked: agent.id === conversation.ownerId,
          // Whom to leave in peace is seen before one chooses (AVL-1).
          count: isAvailable(agent, now) ? undefined : t('availabilityAway'),
          onSelect: () => assign(agent.id, t('didAssign', { name: agent.name })),
        })),
        { kind: 'separator', id: 'line' },
        {
          kind: 'item',
          id: 'nobody',
          label: t('unassigned'),
          checked: conversation.ownerId === null,
          onSelect: () => assign(null, t('didUnassign')),
        },
      ]}
    >
      {owner ? <AgentCircle agent={owner} me={owner.id === me} /> : <span className="who none" aria-hidden="true" />}
      <span className="sr-only">{t('owner')}</span>
      <span className="cut owner-name" title={owner?.name}>
        {owner?.name ?? t('view_unassigned')}
      </span>
      <Icon of={ChevronDown} size={14} className="text-ink-3" />
    </MenuButton>
  );
}
