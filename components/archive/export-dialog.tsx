import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useState } from 'react';
import type { Manifest } from '../../utils/archive/archive-format';
import { exportWorkspace } from '../../utils/archive/export-workspace';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { importLock } from '../../utils/import/run-imports';
import { device } from '../panel/device';
import { placeName } from '../panel/place-name';
import { useWorkspace } from '../panel/workspace-context';
import { useSay } from '../ui/live-region';
import { ArchiveDialog, type Progress } from './archive-dialog';
import { holds, notHere } from './archive-words';
import { pickTarget } from './pick-target';

type Step = { at: 'ask' } | { at: 'busy'; progress: Progress } | { at: 'done'; manifest: Manifest } | { at: 'not'; why: MessageKey };

/** All of a workspace into one file a person chooses. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const { t, plural } = text;
  const { db, connection } = useWorkspace();
  const say = useSay();
  // On a hub it is the hub that holds what they said.
  const hidden = useLiveQuery(async () => (connection.kind === 'local' ? await db.hiddenMessages.count() : 0), [db, connection.kind]) ?? 0;
  const stop = useRef(new AbortController());
  const [step, setStep] = useState<Step>({ at: 'ask' });
  const not = (why: MessageKey) => {
    setStep({ at: 'not', why });
    say(t(why), 'assertive');
  };

  const write = async () => {
    const now = new Date();
    const target = await pickTarget(`samtale-${now.toISOString().slice(0, 10)}.zip`);
    if (!target) return;
    stop.current = new AbortController();
    const { signal } = stop.current;
    const show = (done: number, total: number) => setStep({ at: 'busy', progress: { words: t('archiveExportBusy'), done, total } });
    show(0, 0);
    try {
      const host = { db, device, connection, sink: target.sink, readme: t('archiveReadme'), now, signal, onProgress: show };
      const manifest = await exportWorkspace(host);
      await target.finish();
      setStep({ at: 'done', manifest });
      say(t('archiveExportDone', { what: holds(manifest, text) }));
    } catch (fault) {
      await target.drop();
      if (signal.aborted) return not('archiveExportStopped');
      console.error('the archive could not be written', fault);
      const full = fault instanceof DOMException && fault.name === 'QuotaExceededError';
      not(full ? 'archiveExportFull' : 'archiveExportFailed');
    }
  };
  /** Not while mails come in: half of what they bring would be in it. */
  const begin = () =>
    navigator.locks
      .request(importLock(db), { ifAvailable: true }, async (lock) => (lock ? write() : not('archiveExportWaits')))
      .catch((fault: unknown) => {
        console.error('no place for the archive', fault);
        not('archiveExportFailed');
      });

  const missing = step.at === 'done' ? notHere(step.manifest, text) : '';
  const unsent = (step.at === 'done' && step.manifest.counts.unsent) || 0;
  return (
    <ArchiveDialog
      title={`${t('archiveExport')} · ${placeName(connection, text)}`}
      progress={step.at === 'busy' ? step.progress : undefined}
      onStop={() => stop.current.abort()}
      onClose={onClose}
    >
      {(step.at === 'ask' || step.at === 'busy') && <p className="mt-2 text-ink-2">{t('archiveExportLead')}</p>}
      {step.at === 'ask' && connection.kind === 'hub' && <p className="mt-2 text-ink-2">{t('archiveExportHub')}</p>}
      {step.at === 'ask' && hidden > 0 && <p className="mt-2 text-ink-2">{plural('archiveHidden', hidden)}</p>}
      {step.at === 'done' && (
        <div className="mt-2">
          <p>{t('archiveExportDone', { what: holds(step.manifest, text) })}</p>
          {missing !== '' && <p className="mt-2 text-ink-2">{t('archiveNotHere', { what: missing })}</p>}
          {hidden > 0 && <p className="mt-2 text-ink-2">{plural('archiveHidden', hidden)}</p>}
          {unsent > 0 && <p className="mt-2 text-ink-2">{plural('archiveUnsent', unsent)}</p>}
        </div>
      )}
      {step.at === 'not' && <p className="notice late mt-3">{t(step.why)}</p>}
      {(step.at === 'ask' || step.at === 'not') && (
        <button type="button" className="btn fill lg mt-4" onClick={() => void begin()}>
          {t('archiveExport')}
        </button>
      )}
    </ArchiveDialog>
  );
}
