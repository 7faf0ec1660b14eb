import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { newId } from '../../../utils/store/new-id';
import { usePerform } from '../../actions/use-perform';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { useWorkspace } from '../../panel/workspace-context';
import { Icon } from '../../ui/icon';
import { useFocusBack } from '../../ui/use-focus-back';
import { NotYours } from '../not-yours';
import { SectionHeading } from '../section-heading';
import { TeamForm } from './team-form';
import { TeamLine } from './team-line';
import { useTeamDraft } from './use-team-draft';
import { useTeams } from './use-teams';

/** The workspace's teams, to be seen by everybody and set up with account access (INB-2, INB-4). */
export function TeamsPage() {
  const { t } = useText();
  const { inboxes } = useWorkspace();
  const { may } = useMaySetUp();
  const perform = usePerform();
  const teams = useTeams();
  const draft = useTeamDraft(undefined);
  const [making, setMaking] = useState<'pressed' | 'kept' | false>(draft.changed && 'kept');
  const begin = useFocusBack(making !== false);
  const workspaceId = inboxes[0]?.workspaceId;
  const end = () => {
    draft.drop();
    setMaking(false);
  };
  return (
    <>
      <SectionHeading title={t('teamsTitle')}>{t('teamsLead')}</SectionHeading>
      <div className="settings-body">
        {!may && <NotYours />}
        {may && !making && workspaceId && (
          <button ref={begin} type="button" className="btn line" onClick={() => setMaking('pressed')}>
            <Icon of={Plus} />
            {t('teamNew')}
          </button>
        )}
        {may && making && workspaceId && (
          <TeamForm
            teams={teams ?? []}
            draft={draft}
            focus={making === 'pressed'}
            onSave={async (name, agentIds) =>
              (await perform('createTeam', { teamId: newId(), workspaceId, name, agentIds }, t('teamMade', { name }))) && end()
            }
            onCancel={end}
          />
        )}
        {teams?.length === 0 && !making && <p className="mt-4 text-ink-2">{t('teamsNone')}</p>}
        <ul className="settings-lines">
          {teams?.map((team) => (
            <TeamLine key={team.id} team={team} teams={teams} may={may} />
          ))}
        </ul>
      </div>
    </>
  );
}
