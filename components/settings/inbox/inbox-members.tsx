import { type FormEvent, useId, useState } from 'react';
import type { Inbox } from '../../../domain/model/inbox';
import { useText } from '../../../utils/i18n/use-text';
import { newId } from '../../../utils/store/new-id';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { useMaySetUp } from '../channel/use-may-set-up';
import { NotYours } from '../not-yours';
import { SectionHeading } from '../section-heading';
import { MemberLine } from './member-line';

/** Who is in an inbox (INB-2, INB-6): let in and taken out with account access, to be seen by everybody in it. */
export function InboxMembers({ inbox }: { inbox: Inbox }) {
  const { t, locale, plural } = useText();
  const { agents, members } = useWorkspace();
  const { may } = useMaySetUp();
  const perform = usePerform();
  const id = useId();
  const inIt = new Set(members.filter(({ inboxId }) => inboxId === inbox.id).map(({ agentId }) => agentId));
  const people = [...agents.values()].sort((a, b) => a.name.localeCompare(b.name, locale));
  const others = people.filter((agent) => agent.active && !inIt.has(agent.id));
  const [chosen, setChosen] = useState('');
  const agentId = others.some((agent) => agent.id === chosen) ? chosen : (others[0]?.id ?? '');
  const letIn = (event: FormEvent) => {
    event.preventDefault();
    const agent = agents.get(agentId);
    if (agent)
      void perform('addMember', { memberId: newId(), inboxId: inbox.id, agentId }, t('settingsMemberIn', { name: agent.name, inbox: inbox.name }));
  };
  return (
    <>
      <SectionHeading title={t('settingsMembersOf', { inbox: inbox.name })}>{plural('settingsMemberCount', inIt.size)}</SectionHeading>
      <div className="settings-body">
        {!may && <NotYours />}
        <ul className="settings-lines">
          {people
            .filter((agent) => inIt.has(agent.id))
            .map((agent) => (
              <MemberLine key={agent.id} agent={agent} inbox={inbox} may={may} />
            ))}
        </ul>
        {may && others.length > 0 && (
          <form className="mt-6" onSubmit={letIn}>
            <label className="label" htmlFor={`${id}-agent`}>
              {t('settingsMemberAdd')}
            </label>
            <div className="flex flex-wrap gap-2">
              <div className="field w-60 min-w-0">
                <select id={`${id}-agent`} value={agentId} onChange={(event) => setChosen(event.target.value)}>
                  {others.map((agent) => (
                    <option key={agent.id} value={agent.id}>
                      {agent.name}
                    </option>
                  ))}
                </select>
              </div>
              <button type="submit" className="btn line h-8">
                {t('settingsMemberAddAction')}
              </button>
            </div>
          </form>
        )}
        {may && others.length === 0 && <p className="mt-4 text-ink-2">{t('settingsMemberAll')}</p>}
      </div>
    </>
  );
}
