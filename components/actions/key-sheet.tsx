import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { IconButton } from '../ui/icon-button';
import { commands, fixedKeys } from './commands';
import { useKeys } from './keys-provider';

/** All keys of this device on one sheet (ALL-2); what has none is left out. */
export function KeySheet({ panes = false, onClose }: { panes?: boolean; onClose(): void }) {
  const { t } = useText();
  const { cap } = useKeys();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const shown = commands.map(({ usual, ...rest }) => ({ key: usual[0], ...rest }));
  const lines = [...shown.slice(0, 2), ...fixedKeys, ...shown.slice(2)].filter(
    ({ key, only }) => cap(key) !== undefined && (only === undefined || (only === 'panes' && panes)),
  );
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="key-sheet-title" onClose={onClose}>
      <div className="flex items-center">
        <h2 id="key-sheet-title" className="grow text-lg font-semibold">
          {t('keySheet')}
        </h2>
        <IconButton icon={X} label={t('close')} onClick={() => dialog.current?.close()} />
      </div>
      <dl className="mt-3 grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1">
        {lines.map(({ key, label }) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="kbd">{cap(key)}</kbd>
            </dt>
            <dd className="text-ink-2">{t(label)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
