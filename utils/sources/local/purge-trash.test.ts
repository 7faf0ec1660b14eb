import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { day } from '../../../domain/trash/kept-in-trash';
import { databaseNameOf } from '../../connection/database-name';
import { DeviceDatabase } from '../../connection/device-database';
import { openDatabase, type SamtaleDatabase } from '../../store/database';
import { mutate } from '../../store/mutate';
import { newId } from '../../store/new-id';
import { transact } from '../../store/store-tables';
import { purgeTrash } from './purge-trash';
import { asHost, setUpLocalWorkspace } from './set-up-local-workspace';

const open: SamtaleDatabase[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete();
});

const canary = 'Kardemomme';
const hash = (letter: string) => letter.repeat(64);

/** Two mails were read in, one with a file of its own and one both have; the first lies in trash. */
async function withTrash() {
  const device = new DeviceDatabase(`device-${newId()}`);
  const words = { workspace: 'Here', inbox: 'Inbox' };
  const connection = await setUpLocalWorkspace(device, { name: 'Ida', addresses: ['ida@firma.example'], words }, Date.now());
  const db = openDatabase(databaseNameOf(connection.id));
  open.push(db);
  const [channel] = await db.channels.toArray();
  const self = { agentId: connection.agentId, workspaceId: (await db.inboxes.toArray())[0]?.workspaceId ?? '' };
  const mail = (subject: string, files: string[]) => {
    const ids = { conversationId: newId(), messageId: newId(), contactId: newId(), eventId: newId() };
    return {
      kind: 'email' as const,
      ids,
      channelId: channel?.id ?? '',
      receivedAt: Date.now(),
      rfcMessageId: `<${subject}@kunde.example>`,
      rawHash: files[0] ?? '',
      from: { name: 'Kari', address: 'kari@kunde.example' },
      ...{ to: [], cc: [], subject, date: null, references: [], text: subject, quotedText: '', html: `<p>${subject}</p>` },
      attachments: files.map((each) => ({
        ...{ id: newId(), name: 'a.pdf', type: 'application/pdf', size: 1, hash: each },
        contentId: null,
        inline: false,
        notStored: null,
      })),
      ...{ automatic: null, bounceOf: null, bulk: false, providerConfirmation: false, forward: null, repliesTo: null, unreadable: null },
    };
  };
  const [first, second] = [mail(canary, [hash('a'), hash('b')]), mail('Other', [hash('c'), hash('b')])];
  await transact(db, async (tables) => {
    for (const each of [first, second]) await asHost(tables, self, 'receiveMessage', each, each.receivedAt);
    for (const letter of ['a', 'b', 'c'])
      await tables.files.put({ hash: hash(letter), blob: new Blob(['x']), type: '', size: 1, state: 'local', at: 0 });
    await tables.imported.put({ id: first.ids.messageId, importId: newId(), conversationId: first.ids.conversationId });
  });
  const { conversationId } = first.ids;
  await mutate(db, 'addComment', { messageId: newId(), conversationId, text: canary, html: '', mentions: [], attachments: [], draftId: null });
  await mutate(db, 'trashConversation', { conversationId });
  return { db, self, first, conversationId };
}

/** Every table of the store in which something says it. */
async function tablesWith(db: SamtaleDatabase, words: string): Promise<string[]> {
  const found = await Promise.all(
    db.tables.map(async (table) => ((await table.toArray()).some((row) => JSON.stringify(row).includes(words)) ? table.name : [])),
  );
  return found.flat();
}

it('VIEW-10 K13 deleted for good in a workspace of this computer, nothing of it is in any table, no file of its own is left, and reading it in again brings nothing', async () => {
  const { db, self, first, conversationId } = await withTrash();
  expect(await tablesWith(db, canary)).toContain('undoEntries');
  expect(await mutate(db, 'deleteForever', { conversationId })).toMatchObject({ uuid: expect.any(String) });
  expect(await tablesWith(db, canary)).toEqual([]);
  expect(await tablesWith(db, conversationId)).toEqual(['purgedMails']);
  expect(await db.files.toCollection().primaryKeys()).toEqual([hash('b'), hash('c')]);
  const again = { ...first, ids: { conversationId: newId(), messageId: newId(), contactId: newId(), eventId: newId() } };
  await transact(db, (tables) => asHost(tables, self, 'receiveMessage', again, Date.now()));
  expect(await db.conversations.count()).toBe(1);
});

it('VIEW-10 D26 the days are counted as this device sees them; a clock that is a year ahead deletes nothing', async () => {
  const { db, conversationId } = await withTrash();
  const begun = Date.now();
  await purgeTrash(db, begun);
  await purgeTrash(db, begun + 365 * day);
  for (let look = 1; look < 29; look += 1) await purgeTrash(db, begun + (365 + look) * day);
  expect(await db.conversations.get(conversationId)).toBeDefined();
  await purgeTrash(db, begun + (365 + 29) * day);
  expect(await db.conversations.get(conversationId)).toBeUndefined();
  expect(await tablesWith(db, canary)).toEqual([]);
  expect(await db.conversations.count()).toBe(1);
});
