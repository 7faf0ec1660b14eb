import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Agent } from '../../../domain/model/agent';
import type { Inbox } from '../../../domain/model/inbox';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { useFocusBack } from '../../ui/use-focus-back';
import { AskFirst } from '../ask-first';
import { PersonName } from '../people/person-name';

interface Props {
  agent: Agent;
  inbox: Inbox;
  /** The teams through which alone they are in it; they leave with those. */
  through: string | undefined;
  may: boolean;
}

/** A member of an inbox; before they are taken out it says how many open conversations lose their owner (VIEW-1, D8). */
export function MemberLine({ agent, inbox, through, may }: Props) {
  const { t } = useText();
  const { me } = useWorkspace();
  const perform = usePerform();
  const [asking, setAsking] = useState(false);
  const remove = useFocusBack(asking);
  return (
    <li className="settings-line">
      <PersonName agent={agent} />
      {through !== undefined && <span className="text-xs text-ink-3">{t('teamThrough', { teams: through })}</span>}
      {may && through === undefined && !asking && (
        <button
          ref={remove}
          type="button"
          className="btn line xs"
          aria-label={t('settingsMemberOutOf', { name: agent.name })}
          onClick={() => setAsking(true)}
        >
          {t('settingsMemberOut')}
        </button>
      )}
      {asking && (
        <AskFirst
          label={t('settingsMemberOut')}
          onYes={() => perform('removeMember', { inboxId: inbox.id, agentId: agent.id }, t('settingsMemberGone', { name: agent.name }))}
          onEnd={() => setAsking(false)}
        >
          {agent.id === me && t('settingsMemberOutYou', { inbox: inbox.name })} <OpenOf agent={agent} inbox={inbox} />
        </AskFirst>
      )}
    </li>
  );
}

function OpenOf({ agent, inbox }: { agent: Agent; inbox: Inbox }) {
  const { plural } = useText();
  const { db } = useWorkspace();
  const count = useLiveQuery(
    () => db.conversations.filter(({ inboxId, ownerId, status }) => inboxId === inbox.id && ownerId === agent.id && status === 'open').count(),
    [db, inbox.id, agent.id],
  );
  return count === undefined ? null : plural('settingsMemberOpen', count);
}
