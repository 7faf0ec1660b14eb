import { type FormEvent, useId, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import type { Invitee } from './use-invite';

interface Props {
  inboxId: Id;
  problem: string;
  onMake(invitee: Invitee): Promise<void>;
}

/** Whom the link is for. Name and address only fill in the hub's form; who opens the link may change them. */
export function InviteForm({ inboxId, problem, onMake }: Props) {
  const { t, locale } = useText();
  const { agents, inboxes, me } = useWorkspace();
  const id = useId();
  const [kind, setKind] = useState<Invitee['kind']>('new');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState<readonly Id[]>([inboxId]);
  const [accountAccess, setAccountAccess] = useState(false);
  const colleagues = [...agents.values()].filter((agent) => agent.active).sort((a, b) => a.name.localeCompare(b.name, locale));
  const [agentId, setAgentId] = useState<Id>(colleagues.find((agent) => agent.id !== me)?.id ?? me);
  const mayBringBack = agents.get(me)?.superAdmin ?? false;
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const inboxIds = inboxes.flatMap((inbox) => (chosen.includes(inbox.id) ? [inbox.id] : []));
    setMissing(kind === 'new' && inboxIds.length === 0);
    if (kind === 'agent') void onMake({ kind, agentId, name: agents.get(agentId)?.name ?? '' });
    else if (inboxIds.length > 0) void onMake({ kind, name: name.trim(), email: email.trim(), inboxIds, accountAccess });
  };
  const said = missing ? t('inviteNoInbox') : problem;
  return (
    <form onSubmit={submit} className="mt-2" aria-describedby={said ? `${id}-problem` : undefined}>
      <fieldset>
        <legend className="sr-only">{t('inviteWhom')}</legend>
        <label className="pick">
          <input type="radio" name={`${id}-kind`} checked={kind === 'new'} onChange={() => setKind('new')} />
          {t('inviteNew')}
        </label>
        <label className="pick">
          <input
            type="radio"
            name={`${id}-kind`}
            checked={kind === 'agent'}
            aria-disabled={!mayBringBack}
            aria-describedby={mayBringBack ? undefined : `${id}-why`}
            onChange={() => mayBringBack && setKind('agent')}
          />
          <span>
            {t('inviteBack')}
            {!mayBringBack && (
              <span id={`${id}-why`} className="block text-xs text-ink-3">
                {t('inviteBackOnly')}
              </span>
            )}
          </span>
        </label>
      </fieldset>
      {kind === 'new' ? (
        <>
          <label className="label mt-3" htmlFor={`${id}-name`}>
            {t('inviteName')}
          </label>
          <div className="field">
            <input id={`${id}-name`} value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" maxLength={200} />
          </div>
          <label className="label mt-3" htmlFor={`${id}-email`}>
            {t('inviteEmail')}
          </label>
          <div className="field">
            <input
              id={`${id}-email`}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              type="email"
              autoComplete="off"
              maxLength={320}
              aria-describedby={`${id}-help`}
            />
          </div>
          <p className="help" id={`${id}-help`}>
            {t('inviteEmailHelp')}
          </p>
          <fieldset className="mt-3">
            <legend className="label">{t('inviteInboxes')}</legend>
            {inboxes.map((inbox) => (
              <label key={inbox.id} className="pick">
                <input
                  type="checkbox"
                  checked={chosen.includes(inbox.id)}
                  onChange={(event) => setChosen(event.target.checked ? [...chosen, inbox.id] : chosen.filter((one) => one !== inbox.id))}
                />
                <span className="wrap-anywhere">{inbox.name}</span>
              </label>
            ))}
          </fieldset>
          <label className="pick mt-2">
            <input type="checkbox" checked={accountAccess} onChange={(event) => setAccountAccess(event.target.checked)} />
            {t('inviteAccountAccess')}
          </label>
        </>
      ) : (
        <>
          <label className="label mt-3" htmlFor={`${id}-agent`}>
            {t('inviteAgent')}
          </label>
          <div className="field">
            <select id={`${id}-agent`} value={agentId} onChange={(event) => setAgentId(event.target.value)} aria-describedby={`${id}-back`}>
              {colleagues.map((agent) => (
                <option key={agent.id} value={agent.id}>
                  {agent.name}
                </option>
              ))}
            </select>
          </div>
          <p className="help" id={`${id}-back`}>
            {t('inviteBackHelp')}
          </p>
        </>
      )}
      {said && (
        <p className="notice late mt-3" role="alert" id={`${id}-problem`}>
          {said}
        </p>
      )}
      <button type="submit" className="btn fill lg mt-4">
        {t('inviteMake')}
      </button>
    </form>
  );
}
