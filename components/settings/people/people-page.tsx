import { UserRoundPlus } from 'lucide-react';
import { useId, useState } from 'react';
import type { Agent } from '../../../domain/model/agent';
import { useText } from '../../../utils/i18n/use-text';
import { InviteDialog } from '../../invite/invite-dialog';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { whyNot } from '../../panel/why-not';
import { useWorkspace } from '../../panel/workspace-context';
import { Icon } from '../../ui/icon';
import { NotYours } from '../not-yours';
import type { SectionProps } from '../section';
import { SectionHeading } from '../section-heading';
import { AddAliasForm } from './add-alias-form';
import { AgentLine } from './agent-line';
import { TicketLimitField } from './ticket-limit';
import { WorkspaceName } from './workspace-name';

/** The workspace's name and limit, and everybody in it with their role; super administrators decide what they may do, and who is here (INB-4). Where one is alone nobody is invited, and it says why. */
export function PeoplePage({ inboxId }: SectionProps) {
  const { t, locale, plural } = useText();
  const { agents, me, source } = useWorkspace();
  const alone = whyNot(source, 'invite');
  const { may } = useMaySetUp();
  const id = useId();
  const [inviting, setInviting] = useState(false);
  const people = [...agents.values()].sort((a, b) => a.name.localeCompare(b.name, locale));
  const superAdmin = agents.get(me)?.superAdmin ?? false;
  const gone = people.filter(({ active }) => !active);
  const line = (agent: Agent) => <AgentLine key={agent.id} agent={agent} mayGive={superAdmin} mayRename={may || agent.id === me} />;
  return (
    <>
      <SectionHeading title={t('settingsPeople')}>{plural('settingsPeopleCount', people.filter(({ active }) => active).length)}</SectionHeading>
      <div className="settings-body">
        <WorkspaceName may={may} />
        <TicketLimitField may={may} />
        {alone ? (
          <p className="help mt-6">{t(alone)}</p>
        ) : may ? (
          <button type="button" className="btn line mt-6" onClick={() => setInviting(true)}>
            <Icon of={UserRoundPlus} />
            {t('inviteTitle')}
          </button>
        ) : (
          <NotYours />
        )}
        <ul className="settings-lines">{people.filter(({ active }) => active).map(line)}</ul>
        {may && !superAdmin && <p className="help">{t('settingsAccessOnlySuper')}</p>}
        {gone.length > 0 && (
          <section className="mt-8" aria-labelledby={`${id}-gone`}>
            <h2 id={`${id}-gone`} className="text-md font-semibold">
              {t('peopleGone')}
            </h2>
            <p className="text-ink-2">{t('peopleGoneHelp')}</p>
            <ul className="settings-lines">{gone.map(line)}</ul>
          </section>
        )}
        {/* Where mails are read in from files, one says there which addresses are one's own. */}
        {!source.importFiles.can && <AddAliasForm />}
      </div>
      {inviting && inboxId && <InviteDialog inboxId={inboxId} onClose={() => setInviting(false)} />}
    </>
  );
}
