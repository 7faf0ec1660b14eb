import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import type { MutationName } from '../../domain/mutations';
import { databaseNameOf } from '../../utils/connection/database-name';
import type { HubConnection } from '../../utils/connection/device-database';
import { setUpLocalWorkspace } from '../../utils/sources/local/set-up-local-workspace';
import { actLocally } from '../../utils/store/act-locally';
import { openDatabase, type SamtaleDatabase } from '../../utils/store/database';
import { enqueue } from '../../utils/store/mutate';
import { newId } from '../../utils/store/new-id';
import { plainRow } from '../../utils/store/plain-row';
import { putFile } from '../../utils/store/put-file';
import { transact } from '../../utils/store/store-tables';
import { ArchiveDesk, everything } from '../support/archive-desk';
import { aTeam } from './a-team';
import { mutationArgs, type Sight } from './mutation-args';
import { SeededRandom } from './seeded-random';
import { startOfTime } from './sim-hub';

const desks: ArchiveDesk[] = [];
function aDesk() {
  const desk = new ArchiveDesk();
  desks.push(desk);
  return desk;
}
afterEach(async () => {
  vi.useRealTimers();
  for (const desk of desks.splice(0)) await desk.close();
});

const hosts: MutationName[] = [...Array<MutationName>(6).fill('receiveMessage'), 'putRecord', 'removeImported', 'addAgent'];
const agents = (Object.keys(mutationArgs) as MutationName[]).filter((name) => !hosts.includes(name));

/** A workspace of this computer after so many acts of its person and of the host, drawn as for any device. */
async function lived(desk: ArchiveDesk, random: SeededRandom, acts: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: startOfTime });
  const words = { workspace: 'On this computer', inbox: 'Inbox' };
  const connection = await setUpLocalWorkspace(desk.device, { name: 'Ida Berg', addresses: ['ida@firma.example'], words }, startOfTime);
  const db = openDatabase(databaseNameOf(connection.id));
  const [workspace] = await db.workspaces.toArray();
  const self = { agentId: connection.agentId, workspaceId: workspace?.id ?? '' };
  let done = 0;
  let made = 0;
  const ids = () => `01990000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`;
  // So many at least, and until there is something to take along.
  for (let n = 0; n < acts || (await db.conversations.count()) < 4; n++) {
    vi.setSystemTime(startOfTime + n * 60_000);
    const sight = { ...sightOf(db, random, self), newId: ids };
    const host = random.chance(0.45);
    const name = random.pick(host ? hosts : agents);
    const args = await mutationArgs[name](sight);
    if (!args) continue;
    const by = { kind: 'system' as const, workspaceId: self.workspaceId };
    const act = { uuid: newId(), name, args: JSON.parse(JSON.stringify(args)), claimedAt: Date.now(), by };
    const answer = host ? await transact(db, (tables) => actLocally(tables, self, act)) : await enqueue(db, name, args);
    if (!answer?.refused) done += 1;
  }
  return { connection, db, done };
}

const sightOf = (db: SamtaleDatabase, random: SeededRandom, self: { agentId: string; workspaceId: string }): Sight => ({
  ...self,
  random,
  newId,
  now: Date.now(),
  invitations: [],
  async rows(table) {
    if (table === 'messages') return (await db.threads.toArray()).flatMap(({ messages }) => messages.map((row) => plainRow(row))) as never;
    return (await db.table(table).toArray()).map(({ version: _, viewKeys: __, openOwner: ___, ...row }) => row) as never;
  },
  async attach() {
    const file = await putFile(db, new Blob([`file ${random.int(1, 5)}`], { type: 'text/plain' }));
    return { id: newId(), name: 'tilbud.txt', contentId: null, inline: false, notStored: null, ...file };
  },
});

/** What was hidden leaves the workspace as a placeholder, marked as gone for good (D15). */
const withoutHiddenWords = (tables: Record<string, unknown>): unknown => ({ ...(marked(tables) as object), hiddenMessages: [] });

function marked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, inside]) => [key, key === 'hidden' && inside ? { ...inside, gone: true } : marked(inside)]);
  return Object.fromEntries(entries);
}

it.each([1, 2, 3, Number(process.env.TEST_SEED ?? 6)])(
  'ALL-6 K3 exported, taken off the device and brought back, every table is as it was: history %i',
  async (seed) => {
    const desk = aDesk();
    const { connection, db, done } = await lived(desk, new SeededRandom(seed), 120);
    expect(done).toBeGreaterThan(30);
    const before = await everything(db);
    const { archive, manifest } = await desk.out(db, connection);
    await db.delete();
    await desk.device.connections.clear();
    const back = await desk.back(archive);
    expect(await desk.opened(back, everything)).toEqual(withoutHiddenWords(before));
    expect(manifest.counts.conversations).toBe((before.conversations as unknown[]).length);
    expect(await desk.device.connections.toArray()).toEqual([{ ...connection, id: back.id, createdAt: 5, lastOpenedAt: 5 }]);
    expect(await desk.device.settings.count()).toBe(0);
  },
);

it('SUR-9 X8 what a device holds of a hub comes back as a workspace of this computer: the words of its outbox with it, nothing on its way, no mail twice', async () => {
  const desk = aDesk();
  const { hub, ann, conversationId } = await aTeam();
  const to = [{ name: 'Kari', address: 'kari@kunde.example' }];
  const channel = (await ann.rows('channels')).find(({ kind, inboxId }) => kind === 'email' && inboxId === hub.support);
  const reply = {
    messageId: hub.newId(),
    conversationId,
    channelId: channel?.id ?? '',
    to,
    cc: [],
    bcc: [],
    subject: 'Re: A question',
    inReplyTo: null,
  };
  expect(await ann.act('sendReply', { ...reply, text: 'It is on its way.', html: '', attachments: [], draftId: null })).toBeDefined();
  const account = { id: newId(), agentId: hub.ann, agentName: 'Ann', email: 'ann@havnegaard.example', createdAt: 1, lastOpenedAt: 1 };
  const connection: HubConnection = { ...account, kind: 'hub', origin: 'https://hub.example', hubName: 'Havnegaard', signedOut: false };
  const { archive, manifest } = await desk.out(ann.db, connection);
  expect(manifest).toMatchObject({ local: null, counts: { unsent: 1, messages: 2 }, mails: { asTheyCame: 0, made: 2 }, notHere: { originals: 1 } });

  const back = await desk.back(archive);
  await desk.opened(back, async (db) => {
    const messages = (await db.threads.toArray()).flatMap((chunk) => chunk.messages);
    expect(messages.map(({ text, delivery }) => [text, delivery?.state])).toEqual([
      ['Where is my parcel?', undefined],
      ['It is on its way.\n\n-- \nAnn', 'unknown'],
    ]);
    expect((await db.mailIds.toArray()).map(({ id }) => id).sort()).toEqual(messages.map(({ id }) => id).sort());
    expect([await db.outbox.count(), await db.base.count(), await db.pendingMessages.count(), await db.spaces.count()]).toEqual([0, 0, 0, 0]);
    expect(await enqueue(db, 'closeConversation', { conversationId })).toHaveProperty('uuid');
    expect(await enqueue(db, 'sendReply', { ...reply, messageId: hub.newId(), text: 'x', html: '', attachments: [], draftId: null })).toEqual({
      refused: { refused: 'needs-hub' },
    });
  });
});
