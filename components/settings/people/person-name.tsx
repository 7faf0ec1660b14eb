import type { Agent } from '../../../domain/model/agent';
import { useText } from '../../../utils/i18n/use-text';
import { nobodysAddress } from '../../../utils/sources/local/nobodys-address';
import { useWorkspace } from '../../panel/workspace-context';
import { AgentCircle } from '../../ui/agent-circle';

/** A colleague with address and role, as a line of a list begins. */
export function PersonName({ agent }: { agent: Agent }) {
  const { t } = useText();
  const { me, channels } = useWorkspace();
  const role = agent.superAdmin ? t('settingsRoleSuper') : agent.accountAccess ? t('settingsRoleAccess') : t('settingsRoleAgent');
  // On this computer alone one's own addresses are those mail is read in for.
  const address = agent.email === nobodysAddress ? channels.find((channel) => channel.address !== null)?.address : agent.email;
  return (
    <>
      <AgentCircle agent={agent} me={agent.id === me} size="s24" />
      <span className="min-w-40 flex-1">
        <span className={`block wrap-anywhere ${agent.active ? '' : 'text-ink-3'}`}>
          {agent.id === me ? t('nameAndYou', { name: agent.name }) : agent.name}
        </span>
        <span className="block text-xs wrap-anywhere text-ink-3">
          {[address ?? [], agent.active ? role : t('settingsAgentGone')].flat().join(' · ')}
        </span>
      </span>
    </>
  );
}
