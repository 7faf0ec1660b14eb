import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { databaseNameOf } from '../../connection/database-name';
import { DeviceDatabase } from '../../connection/device-database';
import { openDatabase, type SamtaleDatabase } from '../../store/database';
import { listView } from '../../store/list-view';
import { mutate } from '../../store/mutate';
import { newId } from '../../store/new-id';
import { readThread } from '../../store/read-thread';
import { type StoreTables, transact } from '../../store/store-tables';
import { viewCounts } from '../../store/view-counts';
import { asHost, setUpLocalWorkspace } from './set-up-local-workspace';

const open: SamtaleDatabase[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete();
});

const words = { workspace: 'On this computer', inbox: 'Inbox' };
const at = Date.UTC(2026, 2, 2, 9);

async function workspace(addresses: string[] = ['ida@firma.example']) {
  const device = new DeviceDatabase(`device-${newId()}`);
  const connection = await setUpLocalWorkspace(device, { name: 'Ida Berg', addresses, words }, at);
  const db = openDatabase(databaseNameOf(connection.id));
  open.push(db);
  const [inbox] = await db.inboxes.toArray();
  const [channel] = await db.channels.toArray();
  const [self] = await db.agents.toArray();
  if (!inbox || !channel || !self) throw new Error('the workspace is not whole');
  return { device, connection, db, inbox, channel, self: { agentId: self.id, workspaceId: inbox.workspaceId } };
}

type Workspace = Awaited<ReturnType<typeof workspace>>;
const host = ({ db, self }: Workspace, run: (tables: StoreTables) => Promise<void>) => transact(db, run).then(() => self);

async function mailIn(here: Workspace, subject = 'Spørgsmål') {
  const ids = { conversationId: newId(), messageId: newId(), contactId: newId(), eventId: newId() };
  await host(here, (tables) =>
    asHost(
      tables,
      here.self,
      'receiveMessage',
      {
        kind: 'email',
        ids,
        channelId: here.channel.id,
        receivedAt: at,
        rfcMessageId: `<${ids.messageId}@kunde.example>`,
        rawHash: 'a'.repeat(64),
        from: { name: 'Kari', address: 'kari@kunde.example' },
        to: [],
        cc: [],
        subject,
        date: at,
        references: [],
        text: 'Hej',
        quotedText: '',
        html: '<p>Hej</p>',
        attachments: [],
        automatic: null,
        bounceOf: null,
        bulk: false,
        providerConfirmation: false,
        forward: null,
        repliesTo: null,
        unreadable: null,
      },
      at,
    ),
  );
  return ids;
}

/** What only a hub could take away again. */
const waiting = async (db: SamtaleDatabase) =>
  (await db.outbox.count()) + (await db.base.count()) + (await db.pendingMessages.count()) + (await db.spaces.count());

it('SUR-9 a workspace of this computer begins by the rules a hub begins with, and is listed once it can be used', async () => {
  const here = await workspace(['ida@firma.example', 'Salg@Firma.example']);
  expect(await here.device.connections.toArray()).toEqual([
    expect.objectContaining({ kind: 'local', agentName: 'Ida Berg', email: 'ida@firma.example', agentId: here.self.agentId }),
  ]);
  expect(await here.db.members.toArray()).toEqual([expect.objectContaining({ agentId: here.self.agentId, inboxId: here.inbox.id })]);
  expect((await here.db.channels.toArray()).map(({ address }) => address).sort()).toEqual(['ida@firma.example', 'salg@firma.example']);
  expect(await waiting(here.db)).toBe(0);
});

it('SUR-9 without an address of one’s own there is a way in and none out', async () => {
  const { channel } = await workspace([]);
  expect(channel).toMatchObject({ kind: 'email', address: null });
});

it('SUR-9 K3 an act is done at once: rows, thread, keys and counters; nothing waits, nothing is kept to take back', async () => {
  const here = await workspace();
  const { conversationId } = await mailIn(here);
  const act = <N extends Parameters<typeof mutate>[1]>(name: N, args: never) => mutate(here.db, name, args);
  expect(await viewCounts(here.db, here.inbox.id)).toMatchObject({ open: 1, unassigned: 1, closed: 0 });
  const comment = { messageId: newId(), conversationId, text: 'Ring', html: '<p>Ring</p>', attachments: [], mentions: [], draftId: null };
  expect(await act('addComment', comment as never)).toHaveProperty('uuid');
  const closed = await act('closeConversation', { conversationId } as never);
  expect(await viewCounts(here.db, here.inbox.id)).toMatchObject({ open: 0, closed: 1 });
  expect((await listView(here.db, { inboxId: here.inbox.id, view: 'closed', order: 'newest', limit: 9 })).map(({ id }) => id)).toEqual([
    conversationId,
  ]);
  const { messages } = await readThread(here.db, conversationId);
  expect(messages.map(({ kind, text, pending }) => [kind, text, pending])).toEqual([
    ['email', 'Hej', false],
    ['comment', 'Ring', false],
    ['event', '', false],
  ]);
  await act('undo', { actId: closed.uuid } as never);
  expect(await viewCounts(here.db, here.inbox.id)).toMatchObject({ open: 1, closed: 0 });
  expect(await waiting(here.db)).toBe(0);
});

it('SUR-9 a comment taken back leaves the thread, its words are a draft', async () => {
  const here = await workspace();
  const { conversationId } = await mailIn(here);
  const args = { messageId: newId(), conversationId, text: 'Ring', html: '<p>Ring</p>', attachments: [], mentions: [], draftId: null };
  const { uuid } = await mutate(here.db, 'addComment', args);
  const content = { mode: 'comment' as const, to: [], cc: [], bcc: [], html: '<p>Ring</p>', attachments: [] };
  expect(await mutate(here.db, 'takeBackComment', { actId: uuid ?? '', conversationId, draft: { id: newId(), content } })).toHaveProperty('uuid');
  expect((await readThread(here.db, conversationId)).messages).toHaveLength(1);
  expect(await here.db.drafts.count()).toBe(1);
});

it('SUR-9 what needs a hub is refused whole: no reply is queued that nobody would send, no link is made', async () => {
  const here = await workspace();
  const { conversationId } = await mailIn(here);
  const to = [{ name: '', address: 'kari@kunde.example' }];
  const reply = { messageId: newId(), conversationId, channelId: here.channel.id, to, cc: [], bcc: [], subject: 'Re', inReplyTo: null };
  const words = { text: 'Ja', html: '<p>Ja</p>', attachments: [], draftId: null };
  expect(await mutate(here.db, 'sendReply', { ...reply, ...words })).toEqual({ refused: { refused: 'needs-hub' } });
  const { workspaceId } = here.self;
  const invitation = { invitationId: newId(), workspaceId, tokenHash: 'b'.repeat(64), agentId: null, name: '', email: '', accountAccess: false };
  const invited = await mutate(here.db, 'createInvitation', { ...invitation, inboxIds: [here.inbox.id] });
  expect(invited).toEqual({ refused: { refused: 'needs-hub' } });
  expect((await readThread(here.db, conversationId)).messages).toHaveLength(1);
  expect(await here.db.outboundMails.count()).toBe(0);
});

it('ALL-7 SUR-9 with no hub a mail that is logged and comes is one, whichever is first', async () => {
  const here = await workspace();
  const log = () => {
    const ids = { messageId: newId(), contactId: newId() };
    const from = { name: 'Kari', address: 'kari@kunde.example' };
    const said = { subject: 'Spørgsmål', text: 'Hej', quotedText: '', html: null, date: null, rfcMessageId: null, references: [], automatic: null };
    const mail = { ids, from, to: [], cc: [], ...said, attachments: [], own: false, seenIn: null, refusal: null };
    return mutate(here.db, 'logMail', { inboxId: here.inbox.id, newConversationId: newId(), mails: [mail], ticketId: null });
  };
  expect(await log()).not.toHaveProperty('refused');
  await mailIn(here);
  await log();
  const messages = (await here.db.threads.toArray()).flatMap((chunk) => chunk.messages.filter(({ kind }) => kind === 'email'));
  expect(messages.map(({ rawHash, claimedAt }) => [rawHash, claimedAt])).toEqual([['a'.repeat(64), at]]);
  expect(await here.db.conversations.count()).toBe(1);
});
