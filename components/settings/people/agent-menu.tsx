import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import type { Agent } from '../../../domain/model/agent';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { Icon } from '../../ui/icon';
import { MenuButton } from '../../ui/menu-button';
import type { MenuEntry } from '../../ui/menu-entry';
import { DeactivateDialog } from './deactivate-dialog';

/** What a super administrator decides about an agent: whether they are one too, and whether they are here at all (INB-4, VIEW-1). */
export function AgentMenu({ agent }: { agent: Agent }) {
  const { t } = useText();
  const { agents, me } = useWorkspace();
  const perform = usePerform();
  const [asking, setAsking] = useState(false);
  const { id, name, active, superAdmin } = agent;
  const last = superAdmin && ![...agents.values()].some((other) => other.id !== id && other.active && other.superAdmin);
  const setSuper = (to: boolean) =>
    void perform('setSuperAdmin', { agentId: id, superAdmin: to }, t(to ? 'peopleSuperGiven' : 'peopleSuperTaken', { name }));
  const item = (key: string, label: string, onSelect: () => void, reason?: string): MenuEntry => ({
    kind: 'item',
    id: key,
    label,
    onSelect,
    ...(reason && { reason }),
  });
  const entries = active
    ? [
        superAdmin
          ? item('take', t('peopleSuperTake'), () => setSuper(false), last ? t('refusal_last-super-admin', { name }) : undefined)
          : item('give', t('peopleSuperGive'), () => setSuper(true)),
        item('deactivate', t('peopleDeactivate'), () => setAsking(true), id === me ? t('refusal_own-account') : undefined),
      ]
    : [item('activate', t('peopleActivate'), () => void perform('setAgentActive', { agentId: id, active: true }, t('peopleActivated', { name })))];
  return (
    <>
      <MenuButton label={t('peopleMenuOf', { name })} nameButton className="ib" align="end" entries={entries}>
        <Icon of={EllipsisVertical} />
      </MenuButton>
      {asking && <DeactivateDialog agent={agent} onClose={() => setAsking(false)} />}
    </>
  );
}
