import { useLiveQuery } from 'dexie-react-hooks';
import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { IconButton } from '../ui/icon-button';
import { ImportLine } from './import-line';
import { OwnAddresses } from './own-addresses';
import { takeFiles } from './take-files';

/** Mails from files: which addresses are one's own, the files, and what came of each. Closing it stops nothing. */
export function ImportDialog({ inboxId, onClose }: { inboxId: Id; onClose(): void }) {
  const { t } = useText();
  const { db } = useWorkspace();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<MessageKey>();
  const take = async (files: readonly File[]) => {
    setProblem(undefined);
    setProblem(await takeFiles(db, inboxId, files));
  };
  const [dropping, setDropping] = useState(false);
  const rows = useLiveQuery(() => db.imports.orderBy('at').reverse().limit(50).toArray(), [db]) ?? [];
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${dropping ? 'dropping' : ''}`}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      <div className="flex items-center">
        <h2 id={`${id}-title`} className="grow text-lg font-semibold">
          {t('importTitle')}
        </h2>
        <IconButton icon={X} label={t('close')} onClick={() => dialog.current?.close()} />
      </div>
      <p className="mt-1 text-ink-2">{t('importLead')}</p>
      <OwnAddresses inboxId={inboxId} />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('importChoose')}
        onChange={(event) => {
          void take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <button type="button" className="btn fill lg" onClick={() => picker.current?.click()}>
          {t('importChoose')}
        </button>
        <span className="text-xs text-ink-3">{t('importOrDrop')}</span>
      </div>
      {problem && (
        <p className="notice late mt-3" role="alert">
          {t(problem)}
        </p>
      )}
      {rows.length > 0 && (
        <ul className="mt-4" aria-label={t('importsSoFar')}>
          {rows.map((row) => (
            <ImportLine key={row.id} row={row} />
          ))}
        </ul>
      )}
    </dialog>
  );
}
