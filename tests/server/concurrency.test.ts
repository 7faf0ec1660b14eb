import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentSpace, inboxSpace, type SpaceId } from '../../domain/model/ids';
import type { Invitation } from '../../domain/model/invitation';
import type { ArgsOf } from '../../domain/mutations';
import type { HubDatabase } from '../../server/db/database';
import { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { migrate } from '../../server/db/migrate';
import { openPostgres } from '../../server/db/open-postgres';
import { rowsOf } from '../../server/db/rows-of';
import { FileFolder } from '../../server/files/file-folder';
import { HubFiles } from '../../server/files/hub-files';
import { keptUnnamed, sweepFiles } from '../../server/files/sweep-files';
import { peopleOf } from '../../server/start/people-of';
import { actAsAgent } from '../../server/sync/act-as-agent';
import { actAsHost } from '../../server/sync/act-as-host';
import { answerPull } from '../../server/sync/answer-pull';
import { type PrivatePostgres, startPrivatePostgres } from '../support/private-postgres';
import { agentRow, channelRow, conversationRow, id, messageRow, smallWorkspace, workspaceId, write } from '../support/rows';
import { until } from './until';

let server: PrivatePostgres;
let url: string;
let database: HubDatabase;
let store: DrizzleHubStore;
const faults: unknown[] = [];

beforeAll(async () => {
  server = await startPrivatePostgres();
  url = await server.createDatabase('writers');
  database = openPostgres(url, (fault) => faults.push(fault));
  // Three hubs that start at once: without the lock each of the three would trip over the others.
  await Promise.all([1, 2, 3].map(() => migrate(database.db)));
  store = new DrizzleHubStore(database.db, () => 'e');
  await store.transaction('all', (transaction) => transaction.commit(smallWorkspace()));
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

const spaces = [inboxSpace(id(10)), inboxSpace(id(11))];

describe('K4 eight writers at once', () => {
  it('no puller ever skips a row, and versions have no gap', async () => {
    const perWriter = 40;
    let writing = true;
    const written = new Set<string>();
    const writer = async (w: number) => {
      for (let i = 0; i < perWriter; i++) {
        const row = messageRow(10_000 + w * 1000 + i, w % 2 === 0 ? 10 : 11, 100 + w);
        const run = store.transaction('all', async (transaction) => {
          await transaction.commit([write('messages', row)]);
          await transaction.db.execute(sql`select pg_sleep(${Math.random() * 0.004})`);
          if (i % 7 === 6) throw new Error('rolled back');
        });
        if (i % 7 === 6) await expect(run).rejects.toThrow('rolled back');
        else {
          await run;
          written.add(row.id);
        }
      }
    };
    const puller = async () => {
      const cursors: Record<SpaceId, number> = { [spaces[0] ?? '']: 0, [spaces[1] ?? '']: 0 };
      const seen = new Set<string>();
      for (;;) {
        const last = !writing;
        const answer = await answerPull({ store, now: Date.now }, id(2), { clientId: id(1), epoch: null, cursors }, 10);
        if (answer === 'signed-out') throw new Error('signed out');
        for (const change of answer.changes) {
          expect(change.to).toBeGreaterThanOrEqual(cursors[change.space] ?? 0);
          cursors[change.space] = change.to;
          for (const row of change.rows) seen.add(row.id);
        }
        if (last && !answer.more) return seen;
      }
    };
    const pullers = [puller(), puller(), puller()];
    await Promise.all(Array.from({ length: 8 }, (_, w) => writer(w)));
    writing = false;
    for (const seen of await Promise.all(pullers)) expect([...written].filter((row) => !seen.has(row))).toEqual([]);

    const gaps = await rowsOf(
      database.db,
      sql`select space from messages group by space having count(distinct version) <> max(version) - min(version) + 1`,
    );
    expect(gaps).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('into two spaces in opposite order dead-locks nobody', async () => {
    const both = (n: number, order: readonly number[]) =>
      store.transaction('all', (transaction) => transaction.commit(order.map((inbox) => write('messages', messageRow(n + inbox, inbox, 100)))));
    await Promise.all(
      Array.from({ length: 8 }, async (_, w) => {
        for (let i = 0; i < 20; i++) await both(40_000 + w * 1000 + i * 20, w % 2 === 0 ? [10, 11] : [11, 10]);
      }),
    );
    const [row] = await rowsOf<{ deadlocks: string }>(database.db, sql`select deadlocks from pg_stat_database where datname = current_database()`);
    expect(Number(row?.deadlocks)).toBe(0);
  });

  it('on one conversation lose none of the others’ changes, and counters equal a recount', async () => {
    const conversation = conversationRow(200, 10);
    await store.transaction('all', (transaction) => transaction.commit([write('conversations', conversation)]));
    await Promise.all(
      Array.from({ length: 8 }, async (_, w) => {
        for (let i = 0; i < 10; i++) {
          await store.transaction('all', async (transaction) => {
            const before = await transaction.reader.find('conversations', conversation.id);
            if (!before) throw new Error('gone');
            const after = { ...before, messageCount: before.messageCount + 1, ownerId: (w + i) % 2 === 0 ? id(2) : null };
            await transaction.commit([write('conversations', after, before)]);
          });
        }
      }),
    );
    const after = await store.transaction('all', ({ reader }) => reader.find('conversations', conversation.id));
    expect(after?.messageCount).toBe(81);
    const counters = await store.snapshot((snapshot) => snapshot.counters(inboxSpace(id(10))));
    expect([counters.open, counters.email, (counters.unassigned ?? 0) + (counters[`mine:${id(2)}`] ?? 0)]).toEqual([1, 1, 1]);
  });
});

describe('S10 one invitation, many at once', () => {
  const people = () => peopleOf({ db: database.db, store, now: Date.now });
  const invitation = (n: number): Invitation => ({
    id: id(50_000 + n),
    workspaceId,
    tokenHash: String(n).padStart(64, 'a'),
    agentId: id(2),
    name: '',
    email: '',
    inboxIds: [],
    accountAccess: false,
    createdAt: Date.now(),
    expiresAt: Date.now() + 60_000,
    usedAt: null,
  });
  const newcomer = { agentId: id(60_000), name: 'Bo', email: 'bo@havnegaard.example' };

  it('a way back for an agent who exists, which writes no other row, is used once', async () => {
    for (let n = 0; n < 5; n++) {
      await store.transaction('all', (transaction) => transaction.commit([write('invitations', invitation(n))]));
      const answers = await Promise.all(Array.from({ length: 6 }, () => people().acceptInvitation(invitation(n).id, newcomer)));
      expect(answers.map((refused) => refused?.refused ?? 'in').sort()).toEqual(['in', ...Array(5).fill('invitation-used')]);
    }
  });

  it('withdrawn and accepted at once, one of the two happens', async () => {
    for (let n = 10; n < 15; n++) {
      const { id: invitationId } = invitation(n);
      await store.transaction('all', (transaction) => transaction.commit([write('invitations', invitation(n))]));
      const withdraw = store.transaction('all', (transaction) =>
        actAsHost(transaction, { name: 'revokeInvitation', args: { invitationId }, workspaceId, uuid: id(70_000 + n), at: Date.now() }),
      );
      const [accepted, withdrawn] = await Promise.all([people().acceptInvitation(invitationId, newcomer), withdraw]);
      expect([accepted?.refused, withdrawn?.refused]).toSatisfy(
        ([a, w]) => (a === undefined && w === 'invitation-used') || (a === 'not-found' && w === undefined),
      );
    }
  });
});

describe('VIEW-10 K18 two hubs, one of them sweeps', () => {
  const text = (n: number) => new TextEncoder().encode(`swept ${n}`);
  const hashOf = (n: number) => createHash('sha256').update(text(n)).digest('hex');
  let other: HubDatabase;
  let folder: string;
  let bytes: FileFolder;
  let now = Date.now();
  const later = () => {
    now += keptUnnamed;
  };
  const files = (of: HubDatabase) => new HubFiles(of.db, bytes, () => now);
  const sweep = (of: HubDatabase, remove: FileFolder['remove'] = (hash) => bytes.remove(hash)) =>
    sweepFiles({ db: of.db, bytes: { remove }, now: () => now, report: (fault) => faults.push(fault) });
  const oneWaits = () =>
    until(
      async () =>
        (await rowsOf(database.db, sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)).length > 0,
      'somebody who waits',
    );
  const mayName = (of: DrizzleHubStore, n: number) => of.transaction([agentSpace(id(3))], (transaction) => transaction.hasFile(hashOf(n)));
  const receive = (n: number) => files(database).receive(hashOf(n), whole(text(n)), { limit: 100, space: agentSpace(id(3)) });
  async function* whole(all: Uint8Array) {
    yield all;
  }
  const named = (n: number) => {
    const file = { id: id(1), name: 'a', type: '', size: 1, hash: hashOf(n), contentId: null, inline: false, notStored: null };
    return write('messages', messageRow(90_000 + n, 10, 100, { attachments: [file] }));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samtale-swept-'));
    bytes = new FileFolder(folder);
    other = openPostgres(url, (fault) => faults.push(fault));
  });
  afterAll(async () => {
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('while the other stores the same bytes: it waits, and then they are there', async () => {
    await files(database).put(hashOf(1), text(1));
    later();
    let storing: Promise<void> | undefined;
    await sweep(database, async (hash) => {
      storing = files(other).put(hashOf(1), text(1));
      await oneWaits();
      await bytes.remove(hash);
    });
    await storing;
    expect(await bytes.find(hashOf(1))).toEqual(text(1));
    await sweep(other);
    expect(await bytes.find(hashOf(1))).toEqual(text(1));
    expect(faults).toEqual([]);
  });

  it('while an act at the other names it: it lets go, also when the act is written only after the sweep', async () => {
    await receive(2);
    later();
    await new DrizzleHubStore(other.db, () => 'e').transaction([agentSpace(id(3))], async (transaction) => {
      expect(await transaction.hasFile(hashOf(2))).toBe(true);
      await sweep(database);
      await transaction.commit([named(2)]);
    });
    await sweep(database);
    expect(await bytes.find(hashOf(2))).toEqual(text(2));
  });

  it('before an act at the other names it: the act waits and is told that the file is missing', async () => {
    await receive(3);
    later();
    let naming: Promise<boolean> | undefined;
    await sweep(database, async (hash) => {
      naming = mayName(new DrizzleHubStore(other.db, () => 'e'), 3);
      await oneWaits();
      await bytes.remove(hash);
    });
    expect(await naming).toBe(false);
    await receive(3);
    expect([await mayName(store, 3), await bytes.find(hashOf(3))]).toEqual([true, text(3)]);
  });

  it('and the other too: each file goes once, and none that is named', async () => {
    const many = Array.from({ length: 150 }, (_, n) => 100 + n);
    await files(database).putAll(many.map((n) => ({ hash: hashOf(n), bytes: text(n) })));
    await store.transaction('all', ({ commit }) => commit(many.filter((n) => n % 3 === 0).map(named)));
    later();
    const removed: string[] = [];
    const remove = async (hash: string) => {
      removed.push(hash);
      await bytes.remove(hash);
    };
    await Promise.all([sweep(database, remove), sweep(other, remove), sweep(database, remove), sweep(other, remove)]);
    await sweep(other, remove);
    expect(removed.filter((hash) => hash !== hashOf(3)).sort()).toEqual(
      many
        .filter((n) => n % 3 !== 0)
        .map(hashOf)
        .sort(),
    );
    expect(faults).toEqual([]);
  });
});

describe('CHN-4 one address, claimed by several at once', () => {
  const act = <N extends 'addAlias' | 'createChannel'>(n: number, agentId: string, name: N, args: ArgsOf<N>) =>
    actAsAgent({ store, now: Date.now }, agentId, { name, args, uuid: id(80_000 + n) }).then((refused) => refused?.refused ?? 'theirs');
  const channelArgs = (n: number, address: string) => {
    const { space, id: channelId, ...channel } = { ...channelRow(82_000 + n, 10, address), kind: 'email' as const };
    return { channelId, ...channel };
  };
  const holdersOf = async (address: string) =>
    (
      await rowsOf<{ id: string }>(
        database.db,
        sql`select id from agents where doc->'aliases' ? ${address} and not deleted union all select id from channels where doc->>'address' = ${address} and not deleted`,
      )
    ).length;
  beforeAll(() => store.transaction('all', ({ commit }) => commit([write('agents', agentRow(2, { accountAccess: true }), agentRow(2))])));

  it('as theirs by two agents: it is one’s, and the other is told', async () => {
    for (let n = 0; n < 6; n++) {
      const address = `alias${n}@firma.dk`;
      const answers = await Promise.all([2, 3, 4].map((agent) => act(n * 10 + agent, id(agent), 'addAlias', { agentId: id(agent), address })));
      expect([answers.sort(), await holdersOf(address)]).toEqual([['address-taken', 'address-taken', 'theirs'], 1]);
    }
  });

  it('as theirs by an agent and as a team’s by another: it is one of the two', async () => {
    for (let n = 0; n < 12; n++) {
      const address = `both${n}@firma.dk`;
      const answers = await Promise.all([
        act(200 + n * 2, id(3), 'addAlias', { agentId: id(3), address }),
        act(201 + n * 2, id(2), 'createChannel', channelArgs(n, address)),
      ]);
      expect([answers.sort(), await holdersOf(address)]).toEqual([['address-taken', 'theirs'], 1]);
    }
  });
});
