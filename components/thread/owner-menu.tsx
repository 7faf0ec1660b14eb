import { ChevronDown } from 'lucide-react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { AgentCircle } from '../ui/agent-circle';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import { useOwners } from './use-owners';

/** The owner menu at the top left of the thread assigns to a member of the inbox, or to nobody (THR-2, D23). */
export function OwnerMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useText();
  const { agents, me } = useWorkspace();
  const perform = usePerform();
  const people = useOwners(conversation.inboxId);
  const owner = conversation.ownerId === null ? undefined : agents.get(conversation.ownerId);
  const assign = (ownerId: string | null, done: string) => void perform('assignConversation', { conversationId: conversation.id, ownerId }, done);
  return (
    <MenuButton
      label={t('ownerMenu')}
      className="btn min-w-0 shrink px-1.5"
      entries={[
        ...people.map(({ agent, label, away }) => ({
          kind: 'item' as const,
          id: agent.id,
          label,
          checked: agent.id === conversation.ownerId,
          count: away,
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
