import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { IconButton } from '../ui/icon-button';

const keys: readonly [cap: string, label: MessageKey][] = [
  ['J K', 'keyMove'],
  ['Enter', 'keyOpen'],
  ['Esc', 'keyBack'],
  ['R', 'actionReply'],
  ['I', 'actionComment'],
  ['A', 'actionAssignToMe'],
  ['E', 'keyCloseReopen'],
  ['!', 'keySpam'],
  ['W', 'actionAlwaysAllow'],
  ['Del', 'keyTrash'],
  ['Z', 'undo'],
  ['Ctrl Enter', 'keySend'],
  ['?', 'keySheet'],
];

/** Where list, thread and details stand beside each other. */
const paneKeys: typeof keys = [
  ['F6', 'keyNextPane'],
  ['D', 'keyDetails'],
];

/** All keys on one sheet (ALL-2). */
export function KeySheet({ panes = false, onClose }: { panes?: boolean; onClose(): void }) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="key-sheet-title" onClose={onClose}>
      <div className="flex items-center">
        <h2 id="key-sheet-title" className="grow text-lg font-semibold">
          {t('keySheet')}
        </h2>
        <IconButton icon={X} label={t('close')} onClick={() => dialog.current?.close()} />
      </div>
      <dl className="mt-3 grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1">
        {[...keys, ...(panes ? paneKeys : [])].map(([cap, label]) => (
          <div key={cap} className="contents">
            <dt className="flex gap-1">
              {cap.split(' ').map((one) => (
                <kbd key={one} className="kbd">
                  {one}
                </kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{t(label)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
