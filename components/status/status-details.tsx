import { RefreshCw, X } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { SignedInAgainNotice } from '../onboarding/signed-in-again-notice';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { LostByHub } from './lost-by-hub';
import { NotAppliedEntry } from './not-applied-entry';
import type { SyncView } from './use-sync-state';
import { WaitingLine } from './waiting-line';

/** What waits, in words; what the hub does not have, with why and the ways on. */
export function StatusDetails({ view, words, onClose }: { view: SyncView; words: string; onClose(): void }) {
  const { t } = useText();
  const { connection } = useWorkspace();
  const nudge = useNudge();
  const { sync, waiting, refused, online } = view;
  const region = useRef<HTMLElement>(null);
  // What was refused has a button of its own: with nothing else waiting there is nothing to try.
  const settled = online && waiting.length === 0 && (sync?.phase === 'idle' || sync?.phase === 'syncing');
  return (
    <section
      ref={region}
      tabIndex={-1}
      className="status-details max-h-[50vh] overflow-y-auto border-t border-line-strong bg-raised px-4 py-2"
      aria-label={t('statusDetails')}
    >
      <div className="flex items-center gap-2">
        <h2 className="grow font-semibold">{words}</h2>
        {sync?.phase !== 'signed-out' && !settled && (
          <button type="button" className="btn line" onClick={nudge}>
            <Icon of={RefreshCw} size={14} />
            {t('tryNow')}
          </button>
        )}
        <IconButton icon={X} label={t('close')} onClick={onClose} />
      </div>
      {sync?.phase === 'signed-out' && <SignedInAgainNotice connectionId={connection.id} waiting={waiting.length} />}
      <LostByHub entries={refused} />
      <ul className="mt-1">
        {refused.map((entry) => (
          <NotAppliedEntry key={entry.uuid} entry={entry} />
        ))}
        {waiting.map((change) => (
          <WaitingLine key={change.uuid} change={change} onTakenBack={() => region.current?.focus()} />
        ))}
      </ul>
    </section>
  );
}
