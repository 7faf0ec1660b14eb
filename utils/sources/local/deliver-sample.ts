import { undoSendMs } from '../../../domain/message/undo-send';
import type { SamtaleDatabase } from '../../store/database';
import { me } from '../../store/me';
import { transact } from '../../store/store-tables';
import { asHost } from './set-up-local-workspace';

/**
 * A reply in a sample counts as delivered once it can no longer be taken back; nothing leaves the device. Answers when the next one is due (ms), or
 * nothing where none waits.
 */
export async function deliverSample(db: SamtaleDatabase, now: number): Promise<number | undefined> {
  const waiting = await db.outboundMails.toArray();
  for (const { id, messageId, conversationId, queuedAt } of waiting) {
    if (queuedAt + undoSendMs > now) continue;
    await transact(db, async (tables) => {
      const self = await me(tables);
      // Taken back, or delivered by another page.
      if (!self || !(await tables.outboundMails.get(id))) return;
      await tables.outboundMails.delete(id);
      await asHost(tables, self, 'recordDelivery', { messageId, conversationId, state: 'sent', text: '' }, now);
    });
  }
  const later = waiting.map(({ queuedAt }) => queuedAt + undoSendMs).filter((due) => due > now);
  return later.length > 0 ? Math.min(...later) : undefined;
}
