import { useRef, useState } from 'react';
import { BadArchive } from '../../utils/archive/archive-problem';
import { isSampleArchive, restoreWorkspace } from '../../utils/archive/restore-workspace';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { device } from '../panel/device';
import { useSay } from '../ui/live-region';
import { useToasts } from '../ui/toasts';
import { ArchiveDialog, type Progress } from './archive-dialog';
import { holds, problemWords } from './archive-words';

type Step = { at: 'ask' } | { at: 'busy'; progress: Progress } | { at: 'not'; why: MessageKey };

/** A file a person chooses becomes a workspace of this computer, or nothing. */
export function RestoreDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const { t } = text;
  const say = useSay();
  const toasts = useToasts();
  const picker = useRef<HTMLInputElement>(null);
  const stop = useRef(new AbortController());
  const [step, setStep] = useState<Step>({ at: 'ask' });

  const take = async (file: File) => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const show = (words: MessageKey, done: number, total: number) => setStep({ at: 'busy', progress: { words: t(words), done, total } });
    show('archiveRestoreChecking', 0, 0);
    try {
      const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
      const onProgress = (at: 'checking' | 'writing', done: number, total: number) =>
        show(at === 'checking' ? 'archiveRestoreChecking' : 'archiveRestoreWriting', done, total);
      const host = { device, locks: navigator.locks, free: quota - usage, signal, onProgress, now: Date.now() };
      const { manifest } = await restoreWorkspace(host, file);
      // The workspace is on screen by now, and this dialog with what it stood in is not.
      const words = t('archiveRestoreDone', { what: holds(manifest, text) });
      const more = isSampleArchive(manifest)
        ? t('archiveRestoreSample')
        : manifest.from.kind === 'hub'
          ? t('archiveRestoreFromHub', { hub: manifest.from.name })
          : '';
      toasts.show({ words: `${words} ${more}`.trim() });
      onClose();
    } catch (fault) {
      const why = signal.aborted ? 'archiveRestoreStopped' : problemWords[fault instanceof BadArchive ? fault.problem : 'failed'];
      console.warn('the archive was not taken in', fault);
      setStep({ at: 'not', why });
      say(t(why), 'assertive');
    }
  };
  return (
    <ArchiveDialog
      title={t('archiveRestore')}
      progress={step.at === 'busy' ? step.progress : undefined}
      onStop={() => stop.current.abort()}
      onClose={onClose}
    >
      {(step.at === 'ask' || step.at === 'busy') && <p className="mt-2 text-ink-2">{t('archiveRestoreLead')}</p>}
      {step.at === 'not' && <p className="notice late mt-3">{t(step.why)}</p>}
      <input
        ref={picker}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={t('archiveRestoreChoose')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void take(file);
        }}
      />
      {(step.at === 'ask' || step.at === 'not') && (
        <button type="button" className="btn fill lg mt-4" onClick={() => picker.current?.click()}>
          {t('archiveRestoreChoose')}
        </button>
      )}
    </ArchiveDialog>
  );
}
