import { useEffect, useId, useRef, useState } from 'react';
import type { LocalConnection } from '../../../utils/connection/device-database';
import { useText } from '../../../utils/i18n/use-text';
import { deleteLocalWorkspace } from '../../../utils/sources/local/delete-local-workspace';
import type { MoveResult, MoveRow } from '../../../utils/store/move-row';
import { device } from '../../panel/device';
import { useSay } from '../../ui/live-region';

interface Props {
  connection: LocalConnection;
  row: MoveRow;
  result: MoveResult;
  onClose(): void;
}

/** The second step: names what goes and where it is from then on. The hub's account is shown afterwards. */
export function DeleteMovedDialog({ connection, row, result: { counts }, onClose }: Props) {
  const { t, plural } = useText();
  const say = useSay();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const conversations = counts.open.here + counts.closed.here + counts.spam.here + counts.trash.here;
  const remove = async () => {
    setBusy(true);
    await device.connections.update(row.to, { lastOpenedAt: Date.now() });
    await deleteLocalWorkspace(device, connection.id);
    say(t('moveDeleted'));
    location.assign('#/device');
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-lg font-semibold">
        {t('moveDeleteTitle')}
      </h2>
      <p className="mt-2 text-ink-2">
        {t('moveDeleteGoes', {
          conversations: plural('moveConversations', conversations),
          mails: plural('archiveMails', counts.mails.here),
          comments: plural('moveComments', counts.comments.here),
          inbox: row.inboxName,
          hub: row.hubName,
        })}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <button
          type="button"
          className="btn fill late lg"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void remove();
          }}
        >
          {t('moveDeleteAction')}
        </button>
        <button type="button" className="btn lg" onClick={() => dialog.current?.close()}>
          {t('localDeleteCancel')}
        </button>
      </div>
    </dialog>
  );
}
