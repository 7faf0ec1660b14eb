import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type QueryArgs, type QueryName, queries } from '../../domain/core/queries';
import { inboxSpace, workspaceSpace } from '../../domain/model/ids';
import type { HubDatabase } from '../../server/db/database';
import { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { queryConditions } from '../../server/db/query-conditions';
import { rowsOf } from '../../server/db/rows-of';
import { snakeCase } from '../../server/db/snake-case';
import { ClientOfAnother } from '../../server/sync/client-of-another';
import { CommitRefused } from '../../server/sync/commit-refused';
import {
  at,
  channelRow,
  conversationRow,
  id,
  memberRow,
  messageRow,
  outboundRow,
  smallWorkspace,
  spacesOfAgent,
  workspaceId,
  write,
} from '../support/rows';

const first = inboxSpace(id(10));
const second = inboxSpace(id(11));

/** What must hold of the hub's store on either database. */
export function storeTests(open: () => Promise<HubDatabase>) {
  let database: HubDatabase;
  let store: DrizzleHubStore;
  const commit = (writes: ReturnType<typeof smallWorkspace>) => store.transaction('all', (transaction) => transaction.commit(writes));

  beforeAll(async () => {
    database = await open();
    store = new DrizzleHubStore(
      database.db,
      () => 'epoch-1',
      () => at,
    );
    await commit(smallWorkspace());
  });
  afterAll(() => database.close());

  describe('rows and versions', () => {
    it('K10 a row outside the scope does not exist', async () => {
      await commit([write('conversations', conversationRow(100, 10)), write('messages', messageRow(101, 10, 100))]);
      await store.transaction(spacesOfAgent(4, 11), async ({ reader }) => {
        expect(await reader.find('conversations', id(100))).toBeUndefined();
        expect(await reader.find('messages', id(101), id(100))).toBeUndefined();
        expect(await reader.query('newestMessages', { conversationId: id(100), limit: 5 })).toEqual([]);
        expect(await reader.query('membersOfInbox', { space: first })).toEqual([]);
      });
      await store.transaction(spacesOfAgent(3, 10), async ({ reader }) => {
        expect(await reader.find('conversations', id(100))).toEqual(conversationRow(100, 10));
        expect(await reader.query('newestMessages', { conversationId: id(100), limit: 5 })).toEqual([messageRow(101, 10, 100)]);
      });
    });

    it('K10 an id that is taken in a space one does not see cannot be written over', async () => {
      await commit([write('conversations', conversationRow(110, 11, { subject: 'theirs' }))]);
      const intrusion = write('conversations', conversationRow(110, 10, { subject: 'mine' }));
      await expect(store.transaction(spacesOfAgent(3, 10), (transaction) => transaction.commit([intrusion]))).rejects.toThrow();
      const kept = await store.transaction('all', ({ reader }) => reader.find('conversations', id(110)));
      expect(kept?.subject).toBe('theirs');
    });

    it('K4 all rows of a commit share one version of their space, and versions have no gap', async () => {
      const before = await store.snapshot((snapshot) => snapshot.version(first));
      await commit([write('conversations', conversationRow(120, 10)), write('messages', messageRow(121, 10, 120))]);
      await commit([write('messages', messageRow(122, 10, 120))]);
      const changes = await store.snapshot((snapshot) => snapshot.changesSince(first, before, 100));
      expect(changes.map((change) => [change.table, change.version - before])).toEqual([
        ['conversations', 1],
        ['messages', 1],
        ['messages', 2],
      ]);
    });

    it('F20 a page never cuts a version in two', async () => {
      const before = await store.snapshot((snapshot) => snapshot.version(second));
      await commit(Array.from({ length: 7 }, (_, n) => write('messages', messageRow(200 + n, 11, 110))));
      await commit([write('messages', messageRow(210, 11, 110))]);
      const page = await store.snapshot((snapshot) => snapshot.changesSince(second, before, 3));
      expect(page.map((change) => change.version - before)).toEqual([1, 1, 1, 1, 1, 1, 1]);
      const rest = await store.snapshot((snapshot) => snapshot.changesSince(second, before + 1, 3));
      expect(rest.map((change) => change.id)).toEqual([id(210)]);
    });

    it('K5 a row that moves leaves a tombstone that says where to', async () => {
      await commit([write('conversations', conversationRow(130, 10))]);
      const [from, to] = await store.snapshot(async (snapshot) => [await snapshot.version(first), await snapshot.version(second)] as const);
      await commit([write('conversations', conversationRow(130, 11), conversationRow(130, 10))]);
      const left = await store.snapshot((snapshot) => snapshot.changesSince(first, from, 10));
      expect(left).toEqual([{ table: 'conversations', id: id(130), version: from + 1, row: null, within: null, movedTo: second }]);
      const come = await store.snapshot((snapshot) => snapshot.changesSince(second, to, 10));
      expect(come.map((change) => change.row)).toEqual([conversationRow(130, 11)]);
      await commit([write('conversations', conversationRow(130, 10), conversationRow(130, 11))]);
      expect(await store.transaction('all', ({ reader }) => reader.find('conversations', id(130)))).toEqual(conversationRow(130, 10));
    });

    it('keeps what mail holds and jsonb refuses: NUL and halves of surrogate pairs become U+FFFD', async () => {
      await commit([write('messages', messageRow(140, 10, 100, { text: 'a\u0000b\ud800c' }))]);
      const kept = await store.transaction('all', ({ reader }) => reader.find('messages', id(140), id(100)));
      expect(kept?.text).toBe('a\ufffdb\ufffdc');
      const odd = { space: workspaceSpace(workspaceId), address: 'x\u0000@y' };
      expect(await store.transaction('all', ({ reader }) => reader.query('contactsByEmail', odd))).toEqual([]);
    });

    it('nothing of a transaction that throws has happened', async () => {
      const version = await store.snapshot((snapshot) => snapshot.version(first));
      const thrown = store.transaction('all', async (transaction) => {
        await transaction.commit([write('conversations', conversationRow(150, 10))]);
        throw new Error('after the commit');
      });
      await expect(thrown).rejects.toThrow('after the commit');
      expect(await store.snapshot((snapshot) => snapshot.version(first))).toBe(version);
      expect(await store.transaction('all', ({ reader }) => reader.find('conversations', id(150)))).toBeUndefined();
    });
  });

  describe('CHN-4 INB-6 an address', () => {
    const connect = (n: number, inbox: number, address: string) =>
      store.transaction(spacesOfAgent(3, inbox), async ({ commit: writeRows }) => {
        try {
          await writeRows([write('channels', channelRow(n, inbox, address))]);
          return 'connected';
        } catch (fault) {
          if (!(fault instanceof CommitRefused)) throw fault;
          // Nothing of it happened, and the transaction goes on.
          await writeRows([write('conversations', conversationRow(n, inbox))]);
          return fault.refusal.refused;
        }
      });

    it('is one channel’s, though the other’s inbox is not seen; one that went leaves it free', async () => {
      expect(await connect(710, 13, 'hello@havnegaard.example')).toBe('connected');
      expect(await connect(711, 14, 'hello@havnegaard.example')).toBe('address-taken');
      const rows = await store.transaction('all', async ({ reader }) => [
        await reader.find('channels', id(711)),
        await reader.find('conversations', id(711)),
      ]);
      expect(rows).toEqual([undefined, conversationRow(711, 14)]);
      await commit([write('channels', null, channelRow(710, 13, 'hello@havnegaard.example'))]);
      expect(await connect(712, 14, 'hello@havnegaard.example')).toBe('connected');
    });

    it('asked for in two inboxes at once, one gets it', async () => {
      const answers = await Promise.all([connect(720, 13, 'both@havnegaard.example'), connect(721, 14, 'both@havnegaard.example')]);
      expect(answers.sort()).toEqual(['address-taken', 'connected']);
    });

    it('is none of a chat: there may be many', async () => {
      const chat = (n: number) => write('channels', { ...channelRow(n, 13, ''), kind: 'chat', address: null });
      await commit([chat(730), chat(731)]);
    });
  });

  describe('counters', () => {
    it('K3 equal a recount after every kind of change', async () => {
      const open = conversationRow(300, 10);
      const mine = conversationRow(300, 10, { ownerId: id(3) });
      const before = await store.snapshot((snapshot) => snapshot.counters(first));
      const countsAfter = async (writes: ReturnType<typeof smallWorkspace>) => {
        await commit(writes);
        const after = await store.snapshot((snapshot) => snapshot.counters(first));
        return (key: string) => (after[key] ?? 0) - (before[key] ?? 0);
      };
      const opened = await countsAfter([write('conversations', open)]);
      expect([opened('open'), opened('unassigned'), opened('email')]).toEqual([1, 1, 1]);
      const assigned = await countsAfter([write('conversations', mine, open)]);
      expect([assigned('open'), assigned('unassigned'), assigned(`mine:${id(3)}`)]).toEqual([1, 0, 1]);
      const gone = await countsAfter([write('conversations', null, mine)]);
      expect([gone('open'), gone('unassigned'), gone(`mine:${id(3)}`)]).toEqual([0, 0, 0]);
    });
  });

  describe('first sync', () => {
    it('K7 pages bring open conversations newest first, then the others, each once', async () => {
      const inbox = 12;
      const space = inboxSpace(id(inbox));
      const rows = Array.from({ length: 9 }, (_, n) =>
        n % 3 === 2
          ? { ...conversationRow(400 + n, inbox), status: 'closed' as const, closedAt: at, closedBy: null }
          : conversationRow(400 + n, inbox, n === 4 ? { spam: { reason: 'bulk-mail', rule: null, at } } : {}),
      );
      await commit(rows.map((row) => write('conversations', row)));
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const from: string | null = after;
        const page: { conversationIds: string[]; after: string | null } = await store.snapshot((snapshot) =>
          snapshot.conversationsPage(space, from, 2),
        );
        seen.push(...page.conversationIds);
        after = page.after;
      } while (after !== null);
      expect(seen).toEqual([407, 406, 403, 401, 400, 408, 405, 404, 402].map(id));
      expect(await store.snapshot((snapshot) => snapshot.conversationTotal(space))).toBe(9);
    });

    it('a thread comes whole: conversation, messages, ticket', async () => {
      const ticket = {
        id: id(501),
        space: first,
        inboxId: id(10),
        number: 7,
        name: 'T',
        stage: 'New',
        ownerId: null,
        contactId: null,
        createdAt: at,
        trashedAt: null,
        status: 'open',
      };
      await commit([
        write('tickets', ticket),
        write('tickets', { ...ticket, id: id(502), number: 8 }),
        write('conversations', conversationRow(500, 10, { ticketId: id(501) })),
        write('messages', messageRow(503, 10, 500)),
      ]);
      const thread = await store.snapshot((snapshot) => snapshot.threads(first, [id(500), id(110)]));
      expect(thread.map((change) => change.id).sort()).toEqual([id(500), id(501), id(503)]);
      const frame = await store.snapshot((snapshot) => snapshot.frameOf(first));
      expect(frame.map((change) => change.table).sort()).toEqual(['inboxes', 'members', 'members', 'tickets']);
      expect(frame.find((change) => change.table === 'tickets')?.id).toBe(id(502));
    });
  });

  describe('clients and acts', () => {
    it('K16 a client belongs to one agent', async () => {
      expect(await store.transaction('all', (transaction) => transaction.client(id(600), id(2)))).toEqual({ lastMutationId: 0 });
      await expect(store.transaction('all', (transaction) => transaction.client(id(600), id(3)))).rejects.toThrow(ClientOfAnother);
    });

    it('K11 one act under two numbers is known by its uuid', async () => {
      const refused = { refused: 'not-found' } as const;
      await store.transaction('all', async (transaction) => {
        await transaction.client(id(601), id(2));
        await transaction.recordApplied({ clientId: id(601), mutationId: 1, uuid: id(602), refused, at });
      });
      await store.transaction('all', async (transaction) => {
        await transaction.client(id(603), id(2));
        expect(await transaction.appliedByUuid(id(602))).toEqual({ refused });
        await transaction.recordApplied({ clientId: id(603), mutationId: 1, uuid: id(602), refused, at });
        expect(await transaction.applied(id(603), 1)).toEqual({ uuid: id(602), refused });
        expect(await transaction.applied(id(603), 2)).toBeUndefined();
      });
      expect(await store.snapshot((snapshot) => snapshot.lastMutationId(id(603)))).toBe(1);
    });

    it('an outbound mail is queued in the transaction that writes its intent', async () => {
      await commit([write('outboundMails', outboundRow(610, 10, 100, 101))]);
      expect(await rowsOf(database.db, sql`select state, attempts from outbound_state where id = ${id(610)}`)).toEqual([
        { state: 'queued', attempts: 0 },
      ]);
    });

    it('the spaces of an agent are their workspace, their own and the inboxes they are a member of', async () => {
      const spaces = await store.snapshot((snapshot) => snapshot.spacesOf(id(2)));
      expect(spaces).toEqual(spacesOfAgent(2, 10, 11));
      await commit([write('members', memberRow(620, 12, 2))]);
      await commit([write('members', null, memberRow(620, 12, 2))]);
      expect(await store.snapshot((snapshot) => snapshot.spacesOf(id(2)))).toEqual(spaces);
      expect(await store.snapshot((snapshot) => snapshot.spacesOf(id(999)))).toEqual([]);
    });
  });

  describe('indexes', () => {
    const space = first;
    const args: { [Q in QueryName]: QueryArgs<Q> } = {
      conversationsByTicket: { ticketId: id(1) },
      openConversationsByOwner: { space, ownerId: id(1) },
      conversationsOfAddress: { space, address: 'a@b.c', limit: 3 },
      newestMessages: { conversationId: id(1), limit: 3 },
      contactsByEmail: { space, address: 'a@b.c' },
      senderRulesFor: { space, address: 'a@b.c' },
      channelsByAddress: { address: 'a@b.c' },
      channelsOfInbox: { space },
      membersOfInbox: { space },
      teamsOfWorkspace: { space },
      membershipsOf: { agentId: id(1) },
      agentsByEmail: { space, email: 'a@b.c' },
      agentsOfWorkspace: { space },
      agentsByAddress: { space, address: 'a@b.c' },
      ticketsByNumber: { space, limit: 3 },
      ticketsOfContact: { contactId: id(1), skip: 2, limit: 1 },
      draftsOfConversation: { space, conversationId: id(1) },
      readMarksOfConversation: { conversationId: id(1) },
      mailIdsByRfcId: { inboxId: id(1), rfcMessageId: '<a@b>' },
      invitationsByTokenHash: { tokenHash: 'x' },
    };
    const conditionOf = <Q extends QueryName>(name: Q) => queryConditions[name](args[name]);

    it.each(Object.keys(queries) as QueryName[])('%s is answered by an index', async (name) => {
      const { where } = conditionOf(name);
      const { table } = queries[name];
      const alive = ['mailIds', 'invitations', 'bodies', 'outboundMails'].includes(table) ? sql`` : sql`and not deleted`;
      const plan = await database.db.transaction(async (db) => {
        await db.execute(sql`set local enable_seqscan = off`);
        return rowsOf<Record<string, string>>(db, sql`explain select doc from ${sql.identifier(snakeCase(table))} where (${where}) ${alive}`);
      });
      const text = plan.map((line) => Object.values(line).join(' ')).join('\n');
      expect(text).toMatch(/Index/);
      expect(text).not.toMatch(/Seq Scan/);
    });
  });
}
