import { useEffect, useId, useRef, useState } from 'react';
import { askBackground } from '../../utils/browser/ask-background';
import { useText } from '../../utils/i18n/use-text';
import { useHubConnection, useWorkspace } from '../panel/workspace-context';
import { saveFile } from './save-file';
import { unsentFile } from './unsent-file';

type Step = { at: 'busy' } | { at: 'choose'; unsent: number; failed: boolean; saved: boolean };

/** Signing out with unsent changes needs the person's choice: send, save as a file, discard. Nothing is wiped before it (X13). */
export function SignOutDialog({ onClose }: { onClose(): void }) {
  const { t, plural } = useText();
  const { db } = useWorkspace();
  const connection = useHubConnection();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [step, setStep] = useState<Step>({ at: 'busy' });

  const ask = async (unsent: 'ask' | 'send' | 'discard') => {
    setStep({ at: 'busy' });
    const answer = await askBackground({ type: 'sign-out', connectionId: connection.id, unsent });
    if ('done' in answer) return onClose();
    const left = 'unsent' in answer ? answer : await askBackground({ type: 'sign-out', connectionId: connection.id, unsent: 'ask' });
    if ('unsent' in left) setStep({ at: 'choose', unsent: left.unsent, failed: 'failed' in answer, saved: false });
    else onClose();
  };
  const begin = useRef(ask);
  useEffect(() => {
    dialog.current?.showModal();
    void begin.current('ask');
  }, []);

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-lg font-semibold">
        {t('signOutTitle', { origin: new URL(connection.origin).host })}
      </h2>
      <p className="mt-2 text-ink-2" role="status">
        {step.at === 'busy' ? t('signOutBusy') : plural('signOutUnsent', step.unsent)}
      </p>
      {step.at === 'choose' && step.failed && (
        <p className="notice late mt-2" role="alert">
          {t('signOutFailed')}
        </p>
      )}
      {step.at === 'choose' && step.saved && (
        <p className="notice mt-2" role="status">
          {t('signOutExported')}
        </p>
      )}
      {step.at === 'choose' && (
        <div className="mt-4 flex flex-wrap gap-2">
          <button type="button" className="btn fill lg" onClick={() => void ask('send')}>
            {t('signOutSend')}
          </button>
          <button
            type="button"
            className="btn line lg"
            onClick={async () => {
              saveFile(await unsentFile(db, connection, new Date()));
              setStep({ ...step, saved: true });
            }}
          >
            {t('signOutExport')}
          </button>
        </div>
      )}
      {/* Without an edge of their own: their words stand where the others' edges do. */}
      <div className="mt-2 -ml-3.5 flex flex-wrap">
        {step.at === 'choose' && (
          <button type="button" className="btn danger lg" onClick={() => void ask('discard')}>
            {t('signOutDiscard')}
          </button>
        )}
        <button type="button" className="btn lg" onClick={() => dialog.current?.close()}>
          {t('signOutCancel')}
        </button>
      </div>
    </dialog>
  );
}
