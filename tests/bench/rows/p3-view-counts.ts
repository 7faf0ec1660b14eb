import { viewCounts } from '../../../utils/store/view-counts';
import type { BenchRow } from '../bench-row';
import { sideBySide, wholeStore } from '../filled-store';
import { inboxId } from '../mailbox';
import { answer, openRaw } from '../raw-idb';

/** All counts of an inbox, against one get. */
export const p3ViewCounts: BenchRow = {
  name: 'P3',
  what: 'all view counts; floor: one raw get',
  unit: 'ms',
  target: { atMost: 2 },
  async run(mailbox) {
    const { db } = await wholeStore(mailbox);
    const raw = await openRaw(db.name);
    const samples = await sideBySide(
      51,
      () => viewCounts(db, inboxId),
      () => answer(raw.transaction('counters').objectStore('counters').get(inboxId)),
    );
    raw.close();
    return samples;
  },
};
