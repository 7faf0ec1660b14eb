import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { movedWhole } from '../../utils/move/moved-whole';
import { deleteLocalWorkspace } from '../../utils/sources/local/delete-local-workspace';
import { device } from '../panel/device';
import { useWorkspace } from '../panel/workspace-context';

/** A workspace of this computer has no other copy, unless all of it was moved into a hub: deleting it is for good, and said so before. */
export function DeleteLocalDialog({ onClose }: { onClose(): void }) {
  const { t, plural } = useText();
  const { db, connection } = useWorkspace();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const lead = useLiveQuery(async () => {
    const [count, moved] = await Promise.all([db.conversations.count(), movedWhole(db)]);
    return moved ? plural('localDeleteMoved', count, { inbox: moved.inboxName, hub: moved.hubName }) : plural('localDeleteLead', count);
  }, [db, plural]);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-lg font-semibold">
        {t('localDeleteTitle')}
      </h2>
      <p className="mt-2 text-ink-2">{lead}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <button
          type="button"
          className="btn fill late lg"
          aria-disabled={busy}
          onClick={() => {
            if (busy) return;
            setBusy(true);
            void deleteLocalWorkspace(device, connection.id);
          }}
        >
          {t('localDeleteAction')}
        </button>
        <button type="button" className="btn lg" onClick={() => dialog.current?.close()}>
          {t('localDeleteCancel')}
        </button>
      </div>
    </dialog>
  );
}
