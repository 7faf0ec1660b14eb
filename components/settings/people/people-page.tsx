import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { InviteDialog } from '../../invite/invite-dialog';
import { useWorkspace } from '../../panel/workspace-context';
import { Icon } from '../../ui/icon';
import { useMaySetUp } from '../channel/use-may-set-up';
import { NotYours } from '../not-yours';
import type { SectionProps } from '../section';
import { SectionHeading } from '../section-heading';
import { AddAliasForm } from './add-alias-form';
import { AgentLine } from './agent-line';
import { TicketLimitField } from './ticket-limit';
import { WorkspaceName } from './workspace-name';

/** Everybody in the workspace with their role; super administrators give and take account access (INB-4). */
export function PeoplePage({ inboxId }: SectionProps) {
  const { t, locale, plural } = useText();
  const { agents, me } = useWorkspace();
  const { may } = useMaySetUp();
  const [inviting, setInviting] = useState(false);
  const people = [...agents.values()].sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, locale));
  const superAdmin = agents.get(me)?.superAdmin ?? false;
  return (
    <>
      <SectionHeading title={t('settingsPeople')}>{plural('settingsPeopleCount', people.filter(({ active }) => active).length)}</SectionHeading>
      <div className="settings-body">
        <WorkspaceName may={may} />
        <TicketLimitField may={may} />
        {may ? (
          <button type="button" className="btn line mt-6" onClick={() => setInviting(true)}>
            <Icon of={UserRoundPlus} />
            {t('inviteTitle')}
          </button>
        ) : (
          <NotYours />
        )}
        <ul className="settings-lines">
          {people.map((agent) => (
            <AgentLine key={agent.id} agent={agent} mayGive={superAdmin} mayRename={may || agent.id === me} />
          ))}
        </ul>
        {may && !superAdmin && <p className="help">{t('settingsAccessOnlySuper')}</p>}
        <AddAliasForm />
      </div>
      {inviting && inboxId && <InviteDialog inboxId={inboxId} onClose={() => setInviting(false)} />}
    </>
  );
}
