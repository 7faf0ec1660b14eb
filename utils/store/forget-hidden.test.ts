import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import type { SamtaleDatabase } from './database';

const secret = '4111 1111 1111 1234';
const hash = 'ab'.repeat(32);

async function tablesWith(db: SamtaleDatabase, words: string): Promise<string[]> {
  const found = await Promise.all(
    db.tables.map(async (table) => ((await table.toArray()).some((row) => JSON.stringify(row).includes(words)) ? table.name : [])),
  );
  return found.flat();
}
const attachment = { id: id(1), name: `${secret}.txt`, type: 'text/plain', size: 1, hash, contentId: null, inline: false, notStored: null };
const content = { mode: 'comment' as const, to: [], cc: [], bcc: [], html: `<p>${secret}</p>`, attachments: [] };

/** Two devices have seen a comment of agent 3, one of them wrote it; both have its layout and its file. */
async function withComment() {
  const hub = await SmallHub.start();
  await hub.conversation(100);
  const [author, other] = [new SmallClient(hub, 3), new SmallClient(hub, 3)];
  await author.sync();
  await author.db.files.put({ hash, blob: new Blob(['x']), type: 'text/plain', size: 1, state: 'local', at: 0 });
  await author.act('saveDraft', { draftId: id(800), forkId: id(801), conversationId: id(100), basedOn: 0, content });
  const comment = { messageId: id(802), conversationId: id(100), text: secret, html: `<p>${secret}</p>`, mentions: [], attachments: [attachment] };
  await author.act('addComment', { ...comment, draftId: id(800) });
  await author.act('closeConversation', { conversationId: id(100) });
  await author.sync();
  await other.sync();
  for (const { db } of [author, other]) {
    await db.bodies.put({ id: id(802), conversationId: id(100), html: `<p>${secret}</p>`, version: 0 });
    if (db === other.db) await db.files.put({ hash, blob: new Blob(['x']), type: 'text/plain', size: 1, state: 'cached', at: 0 });
  }
  expect(await tablesWith(author.db, secret)).toEqual(expect.arrayContaining(['threads', 'bodies', 'confirmed']));
  return { hub, author, other };
}
const args = { conversationId: id(100), messageIds: [id(802)] };

it('D15 hidden elsewhere, no device has anything of it once it has pulled: no words, layout, file, nor a copy of the act that wrote it', async () => {
  const { hub, author, other } = await withComment();
  await other.act('hideMessage', args);
  for (const device of [other, author]) {
    await device.sync();
    await device.checkConverged();
    // The hub's own undo entries are its business (server/db/forget-purged.ts): here its rows stand in for it.
    expect((await tablesWith(device.db, secret)).filter((table) => table !== 'undoEntries')).toEqual([]);
    expect(await device.db.files.count()).toBe(0);
  }
  // Of what else was done to the conversation the copies stay, should the hub be set back (K12).
  expect((await author.db.confirmed.toArray()).map(({ name }) => name)).toEqual(['closeConversation']);
  await hub.act(3, 'unhideMessage', args);
  for (const device of [other, author]) await device.sync();
  expect((await tablesWith(author.db, secret)).sort()).toContain('threads');
  await author.checkConverged();
});

it('D15 offline it is a placeholder at once, and Undo brings it back whole before the hub has heard of either', async () => {
  const { other } = await withComment();
  const before = [await other.db.threads.toArray(), await other.db.bodies.toArray(), await other.conversation(100)];
  await other.act('hideMessage', args);
  expect((await other.db.pendingMessages.get(id(802)))?.message).toMatchObject({ text: '', hidden: { by: id(3) } });
  expect(await other.db.bodies.count()).toBe(0);
  await other.act('unhideMessage', args);
  expect((await other.db.pendingMessages.get(id(802)))?.message).toMatchObject({ text: secret, attachments: [attachment] });
  await other.sync();
  await other.checkConverged();
  expect([await other.db.threads.toArray(), await other.db.bodies.toArray(), await other.conversation(100)]).toMatchObject(
    JSON.parse(JSON.stringify(before, (key, value) => (key === 'version' ? undefined : value))),
  );
});
