import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';
import { type NotificationSettings, usualNotifications } from '../../../domain/model/notification-settings';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';

type Chosen = Pick<NotificationSettings, 'ways' | 'quiet'>;

/** What one is told of as it is kept, undefined until it is read, and the way to change it: from what is kept by then to what shall be. */
export function useOwnNotifications() {
  const { db, me } = useWorkspace();
  const perform = usePerform();
  const read = async () => (await db.notificationSettings.get(me)) ?? usualNotifications;
  const kept = useLiveQuery(read, [db, me]);
  // One after the other, each from what the one before left: two quick choices are both kept.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const change = (to: (from: Chosen) => Partial<Chosen>) => {
    const write = async () => {
      const from = await read();
      await perform('setNotifications', { ways: from.ways, quiet: from.quiet, ...to(from) });
    };
    last.current = last.current.then(write, write);
  };
  return { kept, change };
}
