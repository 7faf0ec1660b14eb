import { type FormEvent, useId, useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import type { Inbox } from '../../../domain/model/inbox';
import { useText } from '../../../utils/i18n/use-text';
import { newId } from '../../../utils/store/new-id';
import { usePerform } from '../../actions/use-perform';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { useWorkspace } from '../../panel/workspace-context';
import { NotYours } from '../not-yours';
import { SectionHeading } from '../section-heading';
import { useTeams } from '../teams/use-teams';
import { InboxTeamLine } from './inbox-team-line';
import { MemberLine } from './member-line';

/** Who is in an inbox, by name and through teams (INB-2, INB-6): let in and taken out with account access, to be seen by everybody in it. */
export function InboxMembers({ inbox }: { inbox: Inbox }) {
  const { t, locale, plural } = useText();
  const { agents, members } = useWorkspace();
  const { may } = useMaySetUp();
  const perform = usePerform();
  const id = useId();
  const teams = useTeams() ?? [];
  const inIt = new Map(members.filter(({ inboxId }) => inboxId === inbox.id).map((member) => [member.agentId, member]));
  const [here, elsewhere] = [teams.filter((team) => team.inboxIds.includes(inbox.id)), teams.filter((team) => !team.inboxIds.includes(inbox.id))];
  /** The teams one is in it by, where one is by that alone. */
  const through = (agentId: Id) =>
    inIt.get(agentId)?.byTeam && new Intl.ListFormat(locale).format(here.filter((team) => team.agentIds.includes(agentId)).map(({ name }) => name));
  const people = [...agents.values()].sort((a, b) => a.name.localeCompare(b.name, locale));
  const others = people.filter((agent) => agent.active && !inIt.has(agent.id));
  const [chosen, setChosen] = useState('');
  const choices = [...elsewhere, ...others];
  const choice = choices.find(({ id: each }) => each === chosen) ?? choices[0];
  const letIn = (event: FormEvent) => {
    event.preventDefault();
    if (!choice) return;
    const done = t('settingsMemberIn', { name: choice.name, inbox: inbox.name });
    if ('agentIds' in choice) {
      // One more than it has now for each: who is in the team may have grown on the hub meanwhile.
      const memberIds = Array.from({ length: agents.size * 2 }, newId);
      void perform('addTeam', { inboxId: inbox.id, teamId: choice.id, memberIds }, done);
    } else void perform('addMember', { memberId: newId(), inboxId: inbox.id, agentId: choice.id }, done);
  };
  return (
    <>
      <SectionHeading title={t('settingsMembersOf', { inbox: inbox.name })}>
        {plural('settingsMemberCount', [...inIt.values()].filter(({ inactive }) => !inactive).length)}
      </SectionHeading>
      <div className="settings-body">
        {!may && <NotYours />}
        <ul className="settings-lines">
          {here.map((team) => (
            <InboxTeamLine key={team.id} team={team} teams={teams} inbox={inbox} may={may} />
          ))}
          {people
            .filter((agent) => inIt.has(agent.id))
            .map((agent) => (
              <MemberLine key={agent.id} agent={agent} inbox={inbox} through={through(agent.id)} may={may} />
            ))}
        </ul>
        {may && choice && (
          <form className="mt-6" onSubmit={letIn}>
            <label className="label" htmlFor={`${id}-agent`}>
              {t('settingsMemberAdd')}
            </label>
            <div className="flex flex-wrap gap-2">
              <div className="field w-60 min-w-0">
                <select id={`${id}-agent`} value={choice.id} onChange={(event) => setChosen(event.target.value)}>
                  <Choices label={t('teamsTitle')} of={elsewhere} />
                  <Choices label={t('teamGroupAgents')} of={others} />
                </select>
              </div>
              <button type="submit" className="btn line h-8">
                {t('settingsMemberAddAction')}
              </button>
            </div>
          </form>
        )}
        {may && !choice && <p className="mt-4 text-ink-2">{t('settingsMemberAll')}</p>}
      </div>
    </>
  );
}

const Choices = ({ label, of }: { label: string; of: readonly { id: Id; name: string }[] }) =>
  of.length > 0 && (
    <optgroup label={label}>
      {of.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
