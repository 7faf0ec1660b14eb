import { useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { useHubConnection } from '../panel/workspace-context';
import { useSyncState } from '../status/use-sync-state';
import { ConnectProblem } from './connect-problem';
import { OtherWorkspaces } from './other-workspaces';
import { SignOutDialog } from './sign-out-dialog';
import { useConnect } from './use-connect';

/** What became of what was here of an agent who was deactivated, and the ways on. */
export function DeactivatedWays() {
  const { t, plural } = useText();
  const connection = useHubConnection();
  const { waiting, refused } = useSyncState();
  const { busy, problem, ask } = useConnect();
  const [leaving, setLeaving] = useState(false);
  const kept = waiting.length + refused.length;
  return (
    <>
      <p className="mt-2 text-ink-2">{t('deactivatedRemoved')}</p>
      {kept > 0 && <p className="notice wait mt-4">{plural('deactivatedKept', kept)}</p>}
      <div className="mt-6 flex flex-wrap gap-2">
        <button
          type="button"
          className="btn line lg"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void ask({ type: 'sign-in', connectionId: connection.id });
          }}
        >
          {busy ? t('signInBusy') : t('signInAction')}
        </button>
        <button type="button" className="btn lg" onClick={() => setLeaving(true)}>
          {t('deactivatedSignOut')}
        </button>
      </div>
      {problem && <ConnectProblem {...problem} />}
      <OtherWorkspaces />
      {leaving && <SignOutDialog onClose={() => setLeaving(false)} />}
    </>
  );
}
