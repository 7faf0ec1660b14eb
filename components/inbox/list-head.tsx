import type { ReactNode } from 'react';
import { useLater } from '../panel/use-later';
import type { Inbox } from './use-inbox';

const loadBulk = () => import('../bulk/bulk-bar');

/** What stands over the list; while some of it is ticked, or an act on many goes on, that is the bar for these (LIST-3). */
export function ListHead({ inbox, heading, children }: { inbox: Inbox; heading: 'h1' | 'h2'; children: ReactNode }) {
  const { ids, run } = inbox.ticks;
  const busy = ids.size > 0 || run !== undefined;
  const bulk = useLater(loadBulk, busy);
  return (
    <>
      {bulk && <bulk.BulkBar inbox={inbox} heading={heading} />}
      {!(busy && bulk) && children}
    </>
  );
}
