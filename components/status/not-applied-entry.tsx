import { Copy } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { applyLostAgain, dismissLost } from '../../utils/store/apply-lost-again';
import { dismissNotApplied, retryNotApplied } from '../../utils/store/not-applied';
import { refusalWords } from '../actions/refusal-words';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { useToasts } from '../ui/toasts';
import { changeWords } from './change-words';
import type { SyncView } from './use-sync-state';

/** One change the hub does not have: what it was, why, its words to copy, and the two ways on (K10, K12). */
export function NotAppliedEntry({ entry }: { entry: SyncView['refused'][number] }) {
  const text = useText();
  const { t, time, plural } = text;
  const { db } = useWorkspace();
  const nudge = useNudge();
  const toasts = useToasts();
  const again = async () => {
    if (entry.lost) await applyLostAgain(db, [entry.chain]);
    else {
      const answer = await retryNotApplied(db, entry.uuid);
      if (answer?.refused) return toasts.show({ words: refusalWords(text, answer.refused) });
    }
    nudge();
  };
  const letGo = () => (entry.lost ? dismissLost(db, [entry.chain]) : dismissNotApplied(db, entry.uuid));
  return (
    <li className="notice late my-1.5">
      <div className="min-w-0 grow">
        <b>{changeWords(text, entry.name, entry.about, entry.args)}</b> <span className="num text-xs text-ink-3">{time(entry.claimedAt)}</span>
        <p className="text-ink-2">{refusalWords(text, entry.refusal)}</p>
        {entry.others > 0 && <p className="text-ink-2">{plural('notAppliedOthers', entry.others)}</p>}
        {entry.text && <p className="mt-1 line-clamp-3 text-xs wrap-anywhere whitespace-pre-wrap text-ink-2">{entry.text}</p>}
        <div className="mt-2 flex flex-wrap gap-2">
          <button type="button" className="btn line" onClick={() => void again()}>
            {t(entry.lost ? 'applyAgain' : 'tryAgain')}
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
          <button type="button" className="btn" onClick={() => void letGo()}>
            {t(entry.lost ? 'discardChange' : 'dismiss')}
          </button>
        </div>
      </div>
    </li>
  );
}
