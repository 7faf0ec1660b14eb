import { LogIn } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import { ConnectProblem } from './connect-problem';
import { useConnect } from './use-connect';

/** The session ended: what waits is kept and named, and one press opens the hub's window again. Reading and writing go on meanwhile. */
export function SignedInAgainNotice({ connectionId, waiting }: { connectionId: string; waiting: number }) {
  const { t, plural } = useText();
  const { busy, problem, ask } = useConnect();
  return (
    <section className="py-2" aria-label={t('sessionOver')}>
      <div className="notice wait">
        <Icon of={LogIn} />
        <div className="min-w-0 grow">
          <b>{t('sessionOver')}</b>
          <div className="text-ink-2">{waiting > 0 ? plural('sessionOverKept', waiting) : t('sessionOverGoOn')}</div>
          <button
            type="button"
            className="btn line mt-2"
            aria-disabled={busy}
            onClick={() => {
              if (!busy) void ask({ type: 'sign-in', connectionId });
            }}
          >
            {busy ? t('signInBusy') : t('signInAction')}
          </button>
        </div>
      </div>
      {problem && <ConnectProblem {...problem} />}
    </section>
  );
}
