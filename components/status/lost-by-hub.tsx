import { useText } from '../../utils/i18n/use-text';
import { applyLostAgain, dismissLost } from '../../utils/store/apply-lost-again';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import type { SyncView } from './use-sync-state';

/** Several changes a restored hub lost, dealt with at one go (K12). */
export function LostByHub({ entries }: { entries: SyncView['refused'] }) {
  const { t, plural } = useText();
  const { db } = useWorkspace();
  const nudge = useNudge();
  const lost = entries.flatMap((entry) => (entry.lost ? [entry.chain] : []));
  if (lost.length < 2) return null;
  return (
    <div className="notice late my-1.5">
      <div className="min-w-0 grow">
        <p>{plural('lostByHub', lost.length)}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <button type="button" className="btn line" onClick={() => void applyLostAgain(db, lost).then(nudge)}>
            {t('applyAllAgain')}
          </button>
          <button type="button" className="btn" onClick={() => void dismissLost(db, lost)}>
            {t('discardAllChanges')}
          </button>
        </div>
      </div>
    </div>
  );
}
