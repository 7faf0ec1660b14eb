import { readThread } from '../../../utils/store/read-thread';
import type { BenchRow } from '../bench-row';
import { sideBySide, wholeStore } from '../filled-store';
import { answer, openRaw } from '../raw-idb';

/** Opening a thread nobody has looked at yet, against one get of its record. */
export const p5OpenThread: BenchRow = {
  name: 'P5',
  what: 'open a thread; floor: one raw get',
  unit: 'ms',
  target: { atMost: 1.5 },
  async run(mailbox) {
    const { db } = await wholeStore(mailbox);
    const raw = await openRaw(db.name);
    const step = Math.floor(mailbox.conversations / 120);
    // Every sixth thread has ten messages or so; ours and the floor never read the same one.
    const samples = await sideBySide(
      51,
      (n) => readThread(db, mailbox.conversationId((n + 2) * 2 * step)),
      (n) =>
        answer(
          raw
            .transaction('threads')
            .objectStore('threads')
            .get([mailbox.conversationId(((n + 2) * 2 + 1) * step), 0]),
        ),
    );
    raw.close();
    return samples;
  },
};
