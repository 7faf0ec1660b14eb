import { useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import type { Team } from '../../../domain/model/team';
import { useText } from '../../../utils/i18n/use-text';
import { newId } from '../../../utils/store/new-id';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { useFocusBack } from '../../ui/use-focus-back';
import { AskFirst } from '../ask-first';
import { Leaving } from './leaving';
import { TeamForm } from './team-form';
import { useTeamDraft } from './use-team-draft';

/** One team: who is in it and where it is let in; changed and deleted with account access. */
export function TeamLine({ team, teams, may }: { team: Team; teams: readonly Team[]; may: boolean }) {
  const { t, locale } = useText();
  const { agents, inboxes } = useWorkspace();
  const perform = usePerform();
  const draft = useTeamDraft(team);
  const [doing, setDoing] = useState<'edit' | 'edit-kept' | 'delete' | undefined>(draft.changed ? 'edit-kept' : undefined);
  const edit = useFocusBack(doing !== undefined);
  const list = new Intl.ListFormat(locale);
  const names = team.agentIds.flatMap((id) => agents.get(id)?.name ?? []).sort((a, b) => a.localeCompare(b, locale));
  const seen = inboxes.filter(({ id }) => team.inboxIds.includes(id));
  const elsewhere = seen.length < team.inboxIds.length;
  const end = () => {
    draft.drop();
    setDoing(undefined);
  };
  const save = async (name: string, agentIds: Id[]) => {
    const done = t('teamSaved', { name });
    if (name !== team.name && !(await perform('renameTeam', { teamId: team.id, name }, done))) return;
    // More ids than can be needed: where the team is may have grown on the hub meanwhile.
    const memberIds = Array.from({ length: agentIds.length * (team.inboxIds.length + 1) }, newId);
    const changed = [...agentIds].sort().join() !== [...team.agentIds].sort().join();
    if (changed && !(await perform('setTeamMembers', { teamId: team.id, agentIds, memberIds }, done))) return;
    end();
  };
  return (
    <li className="settings-line">
      <span className="min-w-40 flex-1">
        <span className="block font-semibold wrap-anywhere">{team.name}</span>
        <span className="block text-xs wrap-anywhere text-ink-2">{names.length > 0 ? list.format(names) : t('teamNobody')}</span>
        <span className="block text-xs wrap-anywhere text-ink-3">
          {seen.length > 0 && t('teamIn', { inboxes: list.format(seen.map(({ name }) => name)) })}
          {team.inboxIds.length === 0 && t('teamInNone')} {elsewhere && t('teamElsewhere')}
        </span>
      </span>
      {may && doing === undefined && (
        <>
          <button ref={edit} type="button" className="btn line xs" aria-label={t('teamEditOf', { name: team.name })} onClick={() => setDoing('edit')}>
            {t('teamEdit')}
          </button>
          {!elsewhere && (
            <button type="button" className="btn line xs" aria-label={t('teamDeleteOf', { name: team.name })} onClick={() => setDoing('delete')}>
              {t('teamDelete')}
            </button>
          )}
        </>
      )}
      {may && (doing === 'edit' || doing === 'edit-kept') && (
        <TeamForm team={team} teams={teams} draft={draft} focus={doing === 'edit'} nameOnly={elsewhere} onSave={save} onCancel={end} />
      )}
      {doing === 'delete' && (
        <AskFirst label={t('teamDelete')} onYes={() => perform('deleteTeam', { teamId: team.id }, t('teamGone', { name: team.name }))} onEnd={end}>
          {t('teamDeleteAsk')} <Leaving teams={teams.filter(({ id }) => id !== team.id)} />
        </AskFirst>
      )}
    </li>
  );
}
