import { useEffect, useId, useRef, useState } from 'react';
import type { Channel } from '../../../domain/model/channel';
import { useText } from '../../../utils/i18n/use-text';
import type { SetUpProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';
import { FailedWords } from './failed-words';

/** The hub forgets the password; there is no undo for that, so it is asked. */
export function DisconnectDialog({ channel, onClose }: { channel: Channel; onClose(): void }) {
  const { t } = useText();
  const { connection } = useWorkspace();
  const provider = channel.mailbox?.provider;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<SetUpProblem>();
  useEffect(() => dialog.current?.showModal(), []);
  const disconnect = async () => {
    if (busy) return;
    setBusy(true);
    const said = await askHub({ type: 'mailbox-sign-out', connectionId: connection.id, channelId: channel.id });
    setBusy(false);
    if ('failed' in said) setFailed(said.failed);
    else dialog.current?.close();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-lg font-semibold wrap-anywhere">
        {t('chnDisconnectTitle', { address: channel.address ?? channel.name })}
      </h2>
      <div id={`${id}-what`}>
        <p className="mt-2">{t(provider ? `oauDisconnectWhat_${provider}` : 'chnDisconnectWhat')}</p>
        <p className="mt-2 text-ink-2">{t('chnDisconnectKept')}</p>
      </div>
      {failed && <FailedWords failed={failed} />}
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="btn lg line danger" aria-disabled={busy} onClick={() => void disconnect()}>
          {busy ? t('chnDisconnecting') : t('chnDisconnectDo')}
        </button>
        <button type="button" className="btn lg" onClick={() => dialog.current?.close()}>
          {t('chnKeepConnected')}
        </button>
      </div>
    </dialog>
  );
}
