import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { Agent } from '../../../domain/model/agent';
import type { Inbox } from '../../../domain/model/inbox';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { PersonName } from '../people/person-name';

/** A member of an inbox; before they are taken out it says how many open conversations lose their owner (VIEW-1, D8). */
export function MemberLine({ agent, inbox, may }: { agent: Agent; inbox: Inbox; may: boolean }) {
  const { t, plural } = useText();
  const { me } = useWorkspace();
  const perform = usePerform();
  const [asking, setAsking] = useState(false);
  const remove = useRef<HTMLButtonElement>(null);
  const self = agent.id === me;
  return (
    <li className="settings-line">
      <PersonName agent={agent} />
      {may && !asking && (
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
          agent={agent}
          inbox={inbox}
          words={self ? t('settingsMemberOutYou', { inbox: inbox.name }) : undefined}
          label={t('settingsMemberOut')}
          onYes={() => void perform('removeMember', { inboxId: inbox.id, agentId: agent.id }, t('settingsMemberGone', { name: agent.name }))}
          onNo={() => {
            setAsking(false);
            requestAnimationFrame(() => remove.current?.focus());
          }}
          open={(count) => plural('settingsMemberOpen', count)}
        />
      )}
    </li>
  );
}

interface AskProps {
  agent: Agent;
  inbox: Inbox;
  words: string | undefined;
  label: string;
  open(count: number): string;
  onYes(): void;
  onNo(): void;
}

function AskFirst({ agent, inbox, words, label, open, onYes, onNo }: AskProps) {
  const { t } = useText();
  const { db } = useWorkspace();
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  const count = useLiveQuery(
    () => db.conversations.filter(({ inboxId, ownerId, status }) => inboxId === inbox.id && ownerId === agent.id && status === 'open').count(),
    [db, inbox.id, agent.id],
  );
  return (
    <span className="flex basis-full flex-wrap items-center gap-2 pb-1">
      <span className="min-w-0 grow text-wait" role="alert">
        {words} {count === undefined ? '' : open(count)}
      </span>
      <button ref={yes} type="button" className="btn line xs danger" onClick={onYes}>
        {label}
      </button>
      <button type="button" className="btn xs" onClick={onNo}>
        {t('settingsKeyKeep')}
      </button>
    </span>
  );
}
