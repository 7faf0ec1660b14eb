import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { IconButton } from '../ui/icon-button';
import { FirstRun } from './first-run';

/** One more workspace beside those this device has (K16); what is open stays as it is. */
export function AddConnectionDialog({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the form looks for the focus: opening would take it away again.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <div className="flex items-center">
        <h2 id={`${id}-title`} className="grow text-lg font-semibold">
          {t('addConnection')}
        </h2>
        <IconButton icon={X} label={t('close')} onClick={() => dialog.current?.close()} />
      </div>
      <FirstRun onDone={() => dialog.current?.close()} />
    </dialog>
  );
}
