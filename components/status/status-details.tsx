import { Clock, Copy, RefreshCw, X } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { dismissNotApplied, retryNotApplied } from '../../utils/store/not-applied';
import { refusalWords } from '../actions/refusal-words';
import { SignedInAgainNotice } from '../onboarding/signed-in-again-notice';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { useToasts } from '../ui/toasts';
import { changeWords } from './change-words';
import type { SyncView } from './use-sync-state';

/** What waits, in words; what the hub refused, with why, the text to copy and the ways on. */
export function StatusDetails({ view, words, onClose }: { view: SyncView; words: string; onClose(): void }) {
  const text = useText();
  const { t, time, plural } = text;
  const { db, connection } = useWorkspace();
  const nudge = useNudge();
  const toasts = useToasts();
  const { sync, waiting, refused } = view;
  const retry = async (uuid: string) => {
    const answer = await retryNotApplied(db, uuid);
    if (answer?.refused) toasts.show({ words: refusalWords(text, answer.refused) });
    else nudge();
  };
  return (
    <section className="status-details max-h-[50vh] overflow-y-auto border-t border-line-strong bg-raised px-4 py-2" aria-label={t('statusDetails')}>
      <div className="flex items-center gap-2">
        <h2 className="grow font-semibold">{words}</h2>
        {sync?.phase !== 'signed-out' && (
          <button type="button" className="btn line" onClick={nudge}>
            <Icon of={RefreshCw} size={14} />
            {t('tryNow')}
          </button>
        )}
        <IconButton icon={X} label={t('close')} onClick={onClose} />
      </div>
      {sync?.phase === 'signed-out' && <SignedInAgainNotice connectionId={connection.id} waiting={waiting.length} />}
      <ul className="mt-1">
        {refused.map((entry) => (
          <li key={entry.uuid} className="notice late my-1.5">
            <div className="min-w-0 grow">
              <b>{changeWords(text, entry.name, entry.about)}</b> <span className="num text-xs text-ink-3">{time(entry.claimedAt)}</span>
              <p className="text-ink-2">{refusalWords(text, entry.refusal)}</p>
              {entry.others > 0 && <p className="text-ink-2">{plural('notAppliedOthers', entry.others)}</p>}
              {entry.text && <p className="mt-1 line-clamp-3 text-xs wrap-anywhere whitespace-pre-wrap text-ink-2">{entry.text}</p>}
              <div className="mt-2 flex flex-wrap gap-2">
                <button type="button" className="btn line" onClick={() => void retry(entry.uuid)}>
                  {t('tryAgain')}
                </button>
                {entry.text && (
                  <button
                    type="button"
                    className="btn"
                    onClick={() => void navigator.clipboard.writeText(entry.text ?? '').then(() => toasts.show({ words: t('didCopy') }))}
                  >
                    <Icon of={Copy} size={14} />
                    {t('copyText')}
                  </button>
                )}
                <button type="button" className="btn" onClick={() => void dismissNotApplied(db, entry.uuid)}>
                  {t('dismiss')}
                </button>
              </div>
            </div>
          </li>
        ))}
        {waiting.map((change) => (
          <li key={change.uuid} className="flex min-h-7 items-center gap-2">
            <Icon of={Clock} size={14} className="text-ink-3" />
            <span className="cut grow">{changeWords(text, change.name, change.about)}</span>
            <span className="num text-xs text-ink-3">{time(change.claimedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
