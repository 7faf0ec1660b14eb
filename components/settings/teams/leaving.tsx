import { useLiveQuery } from 'dexie-react-hooks';
import type { Team } from '../../../domain/model/team';
import { whoLeaves } from '../../../domain/team/who-leaves';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';

/** What it would bring about if the teams were as said: who no longer sees which inbox, and how much becomes nobody's (VIEW-1, D8). */
export function Leaving({ teams }: { teams: readonly Team[] }) {
  const { t, locale, plural } = useText();
  const { db, agents, inboxes, members } = useWorkspace();
  const leaving = whoLeaves(members, teams);
  const lost = new Set(leaving.map(({ inboxId, agentId }) => `${inboxId} ${agentId}`));
  const open = useLiveQuery(
    () => db.conversations.filter(({ inboxId, ownerId, status }) => status === 'open' && lost.has(`${inboxId} ${ownerId}`)).count(),
    [db, [...lost].join()],
  );
  if (leaving.length === 0) return null;
  return (
    <>
      {inboxes
        .map((inbox) => ({
          inbox,
          names: leaving.filter(({ inboxId }) => inboxId === inbox.id).map(({ agentId }) => agents.get(agentId)?.name ?? ''),
        }))
        .filter(({ names }) => names.length > 0)
        .map(({ inbox, names }) => `${t('teamLeave', { inbox: inbox.name, names: new Intl.ListFormat(locale).format(names) })} `)}
      {open !== undefined && open > 0 && plural('settingsMemberOpen', open)}
    </>
  );
}
