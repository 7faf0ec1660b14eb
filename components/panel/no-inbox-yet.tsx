import { useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { useSyncState } from '../status/use-sync-state';
import { useLater } from './use-later';
import { useWorkspace } from './workspace-context';

const loadNoInbox = () => import('../onboarding/no-inbox-screen');

/** While no inbox is here: the first one is on its way, or, once all there is has been fetched, one is in none. */
export function NoInboxYet() {
  const { t } = useText();
  const { connection } = useWorkspace();
  const { sync } = useSyncState();
  const [none, setNone] = useState(false);
  // Kept while the next look at the hub is under way.
  if (!none && connection.kind === 'hub' && sync?.phase === 'idle') setNone(true);
  const screen = useLater(loadNoInbox, none);
  if (none) return screen ? <screen.NoInboxScreen /> : null;
  return (
    <main className="grid min-h-0 grow place-content-center p-6 text-center text-ink-2">
      <h1 className="sr-only">{t('appName')}</h1>
      <p>{t('waitingForFirstPage')}</p>
    </main>
  );
}
