import { liveQuery } from 'dexie';
import type { Conversation } from '../../../domain/model/conversation';
import { listView } from '../../../utils/store/list-view';
import { at, id, messageRow, workspaceId } from '../../support/rows';
import type { BenchRow } from '../bench-row';
import { sideBySide, wholeStore } from '../filled-store';
import { agentId, inboxId, space } from '../mailbox';
import { answer, committed, openRaw } from '../raw-idb';

const changed = 100;

/** A delta of 100 conversations with a new message each, until the open list shows it, against a bare read-modify-write of the same records. */
export const p4Delta: BenchRow = {
  name: 'P4',
  what: 'delta of 100 conversations until the list shows it; floor: raw read-modify-write',
  unit: 'ms',
  target: { atMost: 1.2 },
  async run(mailbox) {
    const { db, store } = await wholeStore(mailbox);
    const raw = await openRaw(db.name);
    let shown: Conversation[] = [];
    let onShow = () => {};
    const list = liveQuery(() => listView(db, { inboxId, view: 'open', order: 'newest', limit: 50 })).subscribe((rows) => {
      shown = rows;
      onShow();
    });
    const samples = await sideBySide(
      7,
      (n) => {
        const subject = `delta ${n}`;
        const rows = Array.from({ length: changed }, (_, k) => k).flatMap((k) => {
          const lastInboundAt = at + (mailbox.conversations + 1 + changed * (n + 2) + k) * 1_000;
          const row = { ...mailbox.conversation(k * 5), subject, lastInboundAt };
          const message = messageRow(900_000_000 + (n + 2) * changed + k, 10, 1_000_000 + k * 5, { text: subject });
          const version = n + 3;
          return [
            { table: 'conversations' as const, id: row.id, version, row, within: null, movedTo: null },
            { table: 'messages' as const, id: message.id, version, row: message, within: message.conversationId, movedTo: null },
          ];
        });
        const seen = new Promise<void>((resolve) => {
          onShow = () => shown[0]?.subject === subject && resolve();
        });
        const head = { epoch: 'bench', now: 0, agentId, workspaceId, spaces: [space], reset: [], more: false, lastMutationId: 0 };
        return store.applyPull({ ...head, changes: [{ space, to: n + 3, rows }] }).then(() => seen);
      },
      async () => {
        const transaction = raw.transaction(['conversations', 'threads'], 'readwrite');
        const conversations = transaction.objectStore('conversations');
        const threads = transaction.objectStore('threads');
        const done = committed(transaction);
        for (let k = 0; k < changed; k++) {
          const key = id(1_000_000 + k * 5);
          void answer(conversations.get(key)).then((row) => conversations.put(row));
          void answer(threads.get([key, 0])).then((row) => threads.put(row));
        }
        await done;
      },
    );
    list.unsubscribe();
    raw.close();
    return samples;
  },
};
