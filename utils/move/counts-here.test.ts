import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { conversationRow, messageRow } from '../../tests/support/rows';
import { openDatabase } from '../store/database';
import { countsHere } from './counts-here';

it('K16 a mail moves if it is here as it came, bytes and all; the others are counted as staying', async () => {
  const db = openDatabase('samtale-counts');
  expect(await countsHere(db)).toEqual({ mails: 0, staying: 0 });
  const { id } = conversationRow(1, 10);
  const mail = (n: number, rawHash: string | null) => ({ ...messageRow(n, 10, 1), kind: 'email' as const, rawHash });
  const messages = [mail(11, 'a'.repeat(64)), mail(12, 'b'.repeat(64)), mail(13, null), { ...mail(14, null), kind: 'comment' as const }];
  await db.threads.put({ conversationId: id, n: 0, more: false, messages } as never);
  const blob = new Blob(['x']);
  await db.files.put({ hash: 'a'.repeat(64), blob, type: 'message/rfc822', size: 1, state: 'local', at: 1 });
  expect(await countsHere(db)).toEqual({ mails: 1, staying: 2 });
  db.close();
});
