import { useId } from 'react';
import type { Agent } from '../../../domain/model/agent';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { PersonName } from './person-name';

/** One agent and, for who may decide it, whether they set up inboxes and channels. */
export function AgentLine({ agent, may }: { agent: Agent; may: boolean }) {
  const { t } = useText();
  const perform = usePerform();
  const id = useId();
  const { name, accountAccess } = agent;
  return (
    <li className="settings-line">
      <PersonName agent={agent} />
      {may && agent.active && !agent.superAdmin && (
        <label className="pick py-0 text-xs">
          <input
            type="checkbox"
            id={id}
            checked={accountAccess}
            aria-label={t('settingsAccessOf', { name })}
            onChange={() =>
              void perform(
                'setAccountAccess',
                { agentId: agent.id, accountAccess: !accountAccess },
                accountAccess ? t('settingsAccessTaken', { name }) : t('settingsAccessGiven', { name }),
              )
            }
          />
          {t('settingsRoleAccess')}
        </label>
      )}
    </li>
  );
}
