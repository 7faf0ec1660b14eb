import { Pencil } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Agent } from '../../../domain/model/agent';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { Icon } from '../../ui/icon';
import { useNameDraft } from '../use-name-draft';
import { AgentMenu } from './agent-menu';
import { AliasList } from './alias-list';
import { PersonName } from './person-name';
import { RenameForm } from './rename-form';

/** One agent: their name, to change for who may, and for who may decide it, whether they set up inboxes and channels, and whether they are here. */
export function AgentLine({ agent, mayGive, mayRename }: { agent: Agent; mayGive: boolean; mayRename: boolean }) {
  const { t } = useText();
  const perform = usePerform();
  const { connection } = useWorkspace();
  const id = useId();
  const { name, accountAccess } = agent;
  const draft = useNameDraft(agent.id, name);
  const [opened, setOpened] = useState<'pressed' | 'kept' | false>(draft.changed && 'kept');
  const renaming = opened !== false && mayRename && agent.active;
  const button = useRef<HTMLButtonElement>(null);
  const renamed = useRef(false);
  // The button one came by is there again when the form has gone.
  useEffect(() => {
    if (renamed.current && !renaming) button.current?.focus();
    renamed.current = renaming;
  }, [renaming]);
  const stop = () => setOpened(false);
  const rename = async (to: string) => {
    const done = (await perform('updateAgent', { agentId: agent.id, name: to, email: null }, t('settingsRenamed', { name: to }))) !== undefined;
    if (done) stop();
    return done;
  };
  if (renaming)
    return (
      <li className="settings-line">
        <RenameForm label={t('settingsAgentName')} name={name} draft={draft} focus={opened === 'pressed'} onSave={rename} onCancel={stop} />
      </li>
    );
  return (
    <li className="settings-line">
      <PersonName agent={agent} />
      <span className="flex items-center gap-2">
        {mayGive && agent.active && !agent.superAdmin && (
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
        {mayRename && agent.active && (
          <button ref={button} type="button" className="ib" aria-label={t('settingsRenameAgent', { name })} onClick={() => setOpened('pressed')}>
            <Icon of={Pencil} />
          </button>
        )}
        {mayGive && connection.kind === 'hub' && <AgentMenu agent={agent} />}
      </span>
      <AliasList agent={agent} may={mayRename} />
    </li>
  );
}
