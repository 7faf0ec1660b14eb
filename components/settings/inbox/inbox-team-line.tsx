import { useState } from 'react';
import type { Inbox } from '../../../domain/model/inbox';
import type { Team } from '../../../domain/model/team';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { useFocusBack } from '../../ui/use-focus-back';
import { AskFirst } from '../ask-first';
import { Leaving } from '../teams/leaving';

/** A team in an inbox; before it is taken out it says who leaves with it. */
export function InboxTeamLine({ team, teams, inbox, may }: { team: Team; teams: readonly Team[]; inbox: Inbox; may: boolean }) {
  const { t, locale } = useText();
  const { agents } = useWorkspace();
  const perform = usePerform();
  const [asking, setAsking] = useState(false);
  const remove = useFocusBack(asking);
  const names = team.agentIds.flatMap((id) => agents.get(id)?.name ?? []).sort((a, b) => a.localeCompare(b, locale));
  const without = teams.map((each) => (each.id === team.id ? { ...each, inboxIds: each.inboxIds.filter((id) => id !== inbox.id) } : each));
  return (
    <li className="settings-line">
      <span className="min-w-40 flex-1">
        <span className="block font-semibold wrap-anywhere">{team.name}</span>
        <span className="block text-xs wrap-anywhere text-ink-2">
          {names.length > 0 ? new Intl.ListFormat(locale).format(names) : t('teamNobody')}
        </span>
      </span>
      {may && !asking && (
        <button
          ref={remove}
          type="button"
          className="btn line xs"
          aria-label={t('settingsMemberOutOf', { name: team.name })}
          onClick={() => setAsking(true)}
        >
          {t('settingsMemberOut')}
        </button>
      )}
      {asking && (
        <AskFirst
          label={t('settingsMemberOut')}
          onYes={() => perform('removeTeam', { inboxId: inbox.id, teamId: team.id }, t('settingsMemberGone', { name: team.name }))}
          onEnd={() => setAsking(false)}
        >
          <Leaving teams={without} />
        </AskFirst>
      )}
    </li>
  );
}
