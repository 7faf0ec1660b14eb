import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { IconButton } from '../ui/icon-button';

/** How far a long work is: `total` 0 while nobody knows yet. */
export interface Progress {
  words: string;
  done: number;
  total: number;
}

interface Props {
  title: string;
  /** Set while it is at work; closing the dialog is then the same as stopping. */
  progress: Progress | undefined;
  onStop(): void;
  onClose(): void;
  children: ReactNode;
}

/** The frame of both ways, out and back: what it is, how far it is, the way to stop it. */
export function ArchiveDialog({ title, progress, onStop, onClose, children }: Props) {
  const { t } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}-title`}
      onClose={() => {
        onStop();
        onClose();
      }}
    >
      <div className="flex items-center">
        <h2 id={`${id}-title`} className="grow text-lg font-semibold">
          {title}
        </h2>
        <IconButton icon={X} label={t('close')} onClick={() => dialog.current?.close()} />
      </div>
      {children}
      {progress && (
        <div className="mt-4">
          <p id={`${id}-doing`}>{progress.words}</p>
          <progress
            className="progress mt-2"
            aria-labelledby={`${id}-doing`}
            {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
          />
          <button type="button" className="btn line mt-4" onClick={onStop}>
            {t('importStop')}
          </button>
        </div>
      )}
    </dialog>
  );
}
