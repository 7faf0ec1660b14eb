import { Clock, RefreshCw, X } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { SignedInAgainNotice } from '../onboarding/signed-in-again-notice';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { changeWords } from './change-words';
import { LostByHub } from './lost-by-hub';
import { NotAppliedEntry } from './not-applied-entry';
import type { SyncView } from './use-sync-state';

/** What waits, in words; what the hub does not have, with why and the ways on. */
export function StatusDetails({ view, words, onClose }: { view: SyncView; words: string; onClose(): void }) {
  const text = useText();
  const { t, time } = text;
  const { connection } = useWorkspace();
  const nudge = useNudge();
  const { sync, waiting, refused, online } = view;
  // What was refused has a button of its own: with nothing else waiting there is nothing to try.
  const settled = online && waiting.length === 0 && (sync?.phase === 'idle' || sync?.phase === 'syncing');
  return (
    <section className="status-details max-h-[50vh] overflow-y-auto border-t border-line-strong bg-raised px-4 py-2" aria-label={t('statusDetails')}>
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
          <li key={change.uuid} className="flex min-h-7 items-center gap-2">
            <Icon of={Clock} size={14} className="text-ink-3" />
            <span className="cut grow">{changeWords(text, change.name, change.about, change.args)}</span>
            <span className="num text-xs text-ink-3">{time(change.claimedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
