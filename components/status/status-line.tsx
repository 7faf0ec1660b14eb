import { ChevronUp } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { useLater } from '../panel/use-later';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { useSay } from '../ui/live-region';
import { statusWords } from './status-words';
import { useImportStatus } from './use-import-status';
import { useSyncState } from './use-sync-state';

const loadDetails = () => import('./status-details');

/** At the foot: where this device stands with the hub; a press opens what waits and what was refused. `start` stands before it, at the left. */
export function StatusLine({ start }: { start?: ReactNode }) {
  const text = useText();
  const view = useSyncState();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const details = useLater(loadDetails, open);
  const { sync, waiting, refused, online } = view;
  const { connection } = useWorkspace();
  const here = useImportStatus();
  const status = connection.kind === 'local' ? here : sync && statusWords(sync, refused.length, online, text);
  const tone = status?.tone;
  const words = status?.words ?? '';
  const told = useRef(tone);
  useEffect(() => {
    // Only a change of state is worth interrupting for, not each minute's "up to date".
    if (tone && told.current !== undefined && tone !== told.current) say(words);
    told.current = tone;
  }, [tone, words, say]);
  const more = waiting.length > 0 || refused.length > 0 || (tone !== undefined && tone !== 'calm');
  // Once nothing is left to tell it is shut: it must not open by itself when something waits again.
  if (open && !more && status) setOpen(false);
  return (
    <footer className="flex-none">
      {open && more && details && <details.StatusDetails view={view} words={words} onClose={() => setOpen(false)} />}
      <div className="bar foot">
        {start}
        <span className="grow" />
        {status && (
          <button
            type="button"
            className={`btn xs light min-w-0 shrink ${tone === 'calm' ? 'text-ink-3' : tone === 'wait' ? 'font-semibold text-wait' : 'font-semibold text-late'}`}
            aria-expanded={more ? open : undefined}
            onClick={() => more && setOpen(!open)}
          >
            <Icon of={status.icon} size={14} />
            <span className="cut" title={status.words}>
              {status.short}
            </span>
            {more && <Icon of={ChevronUp} size={12} className={open ? 'rotate-180' : ''} />}
          </button>
        )}
      </div>
    </footer>
  );
}
