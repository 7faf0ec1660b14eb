import { useEffect, useId, useRef } from 'react';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';

/** What a workspace of this computer cannot do: why, and the way on. */
export function NeedsHubDialog({ title, why, onConnect, onClose }: { title: MessageKey; why: MessageKey; onConnect(): void; onClose(): void }) {
  const { t } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-lg font-semibold">
        {t(title)}
      </h2>
      <p className="mt-2 text-ink-2">{t(why)}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="btn fill lg" onClick={onConnect}>
          {t('firstRunHub')}
        </button>
        <button type="button" className="btn lg" onClick={() => dialog.current?.close()}>
          {t('close')}
        </button>
      </div>
    </dialog>
  );
}
