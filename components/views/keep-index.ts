import { liveQuery } from 'dexie';
import type { SamtaleDatabase } from '../../utils/store/database';
import { areViewsBehind, indexViewsOnce } from '../../utils/store/index-views';

/**
 * Puts custom views together whenever they were made or changed, here or by a colleague, as long as a page is open that shows them (VIEW-13, K2). One page
 * of a browser does it at a time; another takes over where the first one closed. Answers what ends it.
 */
export function keepIndex(db: SamtaleDatabase): () => void {
  const end = new AbortController();
  const { signal } = end;
  const catchUp = async () => {
    while (!signal.aborted && (await indexViewsOnce(db)));
  };
  // Async here, too: else Dexie does not see what is read after the first answer.
  const subscription = liveQuery(async () => areViewsBehind(db)).subscribe({
    next: (behind) => {
      if (!behind) return;
      navigator.locks.request(`views ${db.name}`, { signal }, catchUp).catch((error: unknown) => {
        if (!signal.aborted) console.error('custom views are not put together', error);
      });
    },
    error: (error) => console.error('custom views cannot be read', error),
  });
  return () => {
    end.abort();
    subscription.unsubscribe();
  };
}
