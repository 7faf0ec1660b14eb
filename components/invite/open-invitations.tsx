import { useCallback, useEffect, useState } from 'react';
import type { OpenInvitation } from '../../domain/model/invitation';
import { askBackground } from '../../utils/browser/ask-background';
import { useText } from '../../utils/i18n/use-text';
import type { FetchAnswer, InvitationsAnswer } from '../../utils/messaging/contract';
import { useWorkspace } from '../panel/workspace-context';
import { useSay } from '../ui/live-region';

type Listed = { invitations: OpenInvitation[] } | 'fetching' | 'failed';

/** Links nobody has used yet, as the hub knows them, each with a way to withdraw it. */
export function OpenInvitations() {
  const { t, date, time } = useText();
  const { connection, agents, inboxes } = useWorkspace();
  const say = useSay();
  const [listed, setListed] = useState<Listed>('fetching');
  const [failed, setFailed] = useState(false);
  const connectionId = connection.id;
  const load = useCallback(async () => {
    const answer = await answerOf<InvitationsAnswer>(() => askBackground({ type: 'open-invitations', connectionId }));
    setListed('failed' in answer ? 'failed' : answer);
  }, [connectionId]);
  useEffect(() => void load(), [load]);
  const withdraw = async (invitationId: string) => {
    const answer = await answerOf<FetchAnswer>(() => askBackground({ type: 'withdraw-invitation', connectionId, invitationId }));
    setFailed('failed' in answer);
    if ('failed' in answer) return;
    say(t('inviteWithdrawn'));
    await load();
  };
  const whom = ({ agentId, name, email, inboxIds }: OpenInvitation) => {
    if (agentId !== null) return t('inviteOpenBack', { name: agents.get(agentId)?.name ?? '' });
    return name || email || t('inviteOpenNobody', { inboxes: inboxes.flatMap(({ id, name: of }) => (inboxIds.includes(id) ? [of] : [])).join(', ') });
  };
  return (
    <section className="mt-4 border-t border-line pt-3" aria-label={t('inviteOpen')}>
      <h3 className="font-semibold">{t('inviteOpen')}</h3>
      {listed === 'fetching' && <p className="help">{t('fetching')}</p>}
      {listed === 'failed' && <p className="help">{t('inviteOpenUnknown')}</p>}
      {failed && (
        <p className="notice late mt-2" role="alert">
          {t('inviteNotWithdrawn')}
        </p>
      )}
      {typeof listed === 'object' && listed.invitations.length === 0 && <p className="help">{t('inviteOpenNone')}</p>}
      {typeof listed === 'object' && (
        <ul>
          {listed.invitations.map((one) => (
            <li key={one.id} className="flex min-h-9 items-center gap-2">
              <span className="min-w-0 grow">
                <span className="cut block">{whom(one)}</span>
                <span className="block text-xs text-ink-3">
                  {t('inviteOpenUntil', { date: date(one.expiresAt, Date.now()), time: time(one.expiresAt) })}
                </span>
              </span>
              <button
                type="button"
                className="btn danger"
                aria-label={t('inviteWithdrawOne', { whom: whom(one) })}
                onClick={() => void withdraw(one.id)}
              >
                {t('inviteWithdraw')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A worker that went while it was asked is like a hub that does not answer. */
async function answerOf<Answer>(ask: () => Promise<Answer>): Promise<Answer | { failed: 'offline' }> {
  try {
    return await ask();
  } catch (error) {
    console.warn('the worker went while it was asked for invitations', error);
    return { failed: 'offline' };
  }
}
