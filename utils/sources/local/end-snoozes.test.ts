import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { databaseNameOf } from '../../connection/database-name';
import { DeviceDatabase } from '../../connection/device-database';
import { openDatabase, type SamtaleDatabase } from '../../store/database';
import { metaRow } from '../../store/me';
import { mutate } from '../../store/mutate';
import { newId } from '../../store/new-id';
import { transact } from '../../store/store-tables';
import { viewCounts } from '../../store/view-counts';
import { endSnoozes } from './end-snoozes';
import { asHost, setUpLocalWorkspace } from './set-up-local-workspace';

const open: SamtaleDatabase[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete();
});

it('THR-15 VIEW-12 in a workspace of this computer it is back when its time has come, however long the device slept, is counted there, and told', async () => {
  const device = new DeviceDatabase(`device-${newId()}`);
  const words = { workspace: 'Here', inbox: 'Inbox' };
  const connection = await setUpLocalWorkspace(device, { name: 'Ida', addresses: ['ida@firma.example'], words }, Date.now());
  const db = openDatabase(databaseNameOf(connection.id));
  open.push(db);
  const [channel, inbox] = [(await db.channels.toArray())[0], (await db.inboxes.toArray())[0]];
  const ids = { conversationId: newId(), messageId: newId(), contactId: newId(), eventId: newId() };
  const { conversationId } = ids;
  const now = Date.now();
  const call = {
    kind: 'email' as const,
    ids,
    channelId: channel?.id ?? '',
    receivedAt: now,
    rfcMessageId: '<a@kunde.example>',
    rawHash: 'a'.repeat(64),
  };
  const said = { subject: 'A', text: 'A', quotedText: '', html: null, to: [], cc: [], date: null, references: [], attachments: [] };
  const rest = { automatic: null, bounceOf: null, bulk: false, providerConfirmation: false, forward: null, repliesTo: null, unreadable: null };
  await transact(db, (tables) =>
    asHost(
      tables,
      { agentId: connection.agentId, workspaceId: inbox?.workspaceId ?? '' },
      'receiveMessage',
      { ...call, ...said, ...rest, from: { name: 'Kari', address: 'kari@kunde.example' } },
      now,
    ),
  );
  const until = now + 3_600_000;
  await mutate(db, 'snoozeConversation', { conversationId, until });
  const counted = async () => {
    const { snoozed, unassigned, open: all } = await viewCounts(db, inbox?.id ?? '');
    return { snoozed, unassigned, all };
  };
  expect(await counted()).toEqual({ snoozed: 1, unassigned: 0, all: 0 });
  await endSnoozes(db, until - 1);
  expect(await counted()).toEqual({ snoozed: 1, unassigned: 0, all: 0 });
  await endSnoozes(db, until + 9 * 86_400_000);
  expect(await counted()).toEqual({ snoozed: 0, unassigned: 1, all: 1 });
  expect((await metaRow(db, 'notices'))?.waiting).toMatchObject([{ event: 'back', conversationId, from: { name: 'Kari' } }]);
});
