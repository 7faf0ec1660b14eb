import { BufferedTx } from '../../domain/core/buffered-tx';
import { type QueryArgs, type QueryName, type QueryRow, queries } from '../../domain/core/queries';
import type { RowOf, TableName } from '../../domain/core/tables';
import type { RowReader, Tx } from '../../domain/core/tx';
import { type Id, inboxSpace, type SpaceId } from '../../domain/model/ids';
import { MemoryReader } from '../support/memory-reader';
import type { ContractCase, ContractHarness, ContractStore } from './contract-harness';
import { recount } from './recount';
import { same, throws } from './same';
import { aConversation, aMessage, id, rowsOfEveryTable, sampleQueries, secondSpace, space } from './sample-rows';

/**
 * What every store must do that runs the rulebook: read one row, answer each named query, commit all or nothing, see its own
 * buffered writes, keep its counters. One suite for all of them.
 */
export const storeContract: ContractCase[] = [
  it('a row that was never written is not found', async (store) => {
    await store.reads(async (reader) => {
      for (const { table, row } of rowsOfEveryTable()) same(await reader.find(table, row.id, withinOf(row)), undefined, table);
    });
  }),

  it('a row of every table comes back as it was written', async (store) => {
    await store.writes(async (tx) => {
      for (const { table, row } of rowsOfEveryTable()) put(tx, table, row);
    });
    await store.reads(async (reader) => {
      for (const { table, row } of rowsOfEveryTable()) same(await reader.find(table, row.id, withinOf(row)), row, table);
    });
  }),

  it('a later write replaces the row and leaves its neighbours', async (store) => {
    await store.writes(async (tx) => {
      for (const { table, row } of rowsOfEveryTable()) put(tx, table, row);
      put(tx, 'conversations', aConversation(901, { subject: 'A neighbour' }));
    });
    await store.writes(async (tx) => tx.conversations.put({ ...(await tx.conversations.get(id(100))), subject: 'Changed' }));
    await store.writes(async (tx) => tx.messages.put({ ...(await tx.messages.get(id(200), id(100))), text: 'Changed too' }));
    await store.reads(async (reader) => {
      same((await reader.find('conversations', id(100)))?.subject, 'Changed', 'subject');
      same((await reader.find('messages', id(200), id(100)))?.text, 'Changed too', 'text');
      same((await reader.find('conversations', id(901)))?.subject, 'A neighbour', 'the neighbour');
    });
  }),

  it('a deleted row of any table is gone, from queries too', async (store) => {
    await store.writes(async (tx) => {
      for (const { table, row } of rowsOfEveryTable()) put(tx, table, row);
    });
    await store.writes(async (tx) => {
      for (const { table, row } of rowsOfEveryTable()) tx[table].delete(row.id, withinOf(row));
    });
    await store.reads(async (reader) => {
      for (const { table, row } of rowsOfEveryTable()) same(await reader.find(table, row.id, withinOf(row)), undefined, table);
      for (const { name, args } of sampleQueries()) same(await reader.query(name, args), [], name);
    });
  }),

  it('a row put back as it was found is no write', async (store) => {
    await store.writes(async (tx) => tx.conversations.put(aConversation(100)));
    await store.run('all', async (reader) => {
      const buffer = new BufferedTx(reader);
      buffer.tx.conversations.put(await buffer.tx.conversations.get(id(100)));
      const writes = await buffer.writes();
      same(writes, [], 'writes');
      return writes;
    });
  }),

  ...sampleQueries().map(({ name, args }) =>
    it(`query ${name} answers as it is defined, in order and limit`, async (store) => {
      const model = new MemoryReader();
      const rows = manyRows();
      for (const { table, row } of rows) model.put(table, row as never);
      await store.writes(async (tx) => {
        for (const { table, row } of rows) put(tx, table, row);
      });
      await store.reads(async (reader) => same(await reader.query(name, args), await expected(model, name, args), name));
    }),
  ),

  ...sampleQueries().map(({ name, args }) =>
    it(`query ${name} sees what the same act has put, changed and deleted`, async (store) => {
      const model = new MemoryReader();
      const rows = manyRows();
      const stored = rows.filter((_, at) => at % 2 === 0);
      await store.writes(async (tx) => {
        for (const { table, row } of stored) put(tx, table, row);
      });
      for (const { table, row } of rows) model.put(table, row as never);
      await store.run('all', async (reader) => {
        const { tx } = new BufferedTx(reader);
        for (const { table, row } of rows.filter((_, at) => at % 2 === 1)) put(tx, table, row);
        same(await tx.query(name, args), await expected(model, name, args), `${name} with rows of its own`);
        const [first] = await model.query(name, args);
        if (!first) throw new Error(`${name} needs sample rows`);
        const { table } = queries[name];
        tx[table].delete(first.id, withinOf(first));
        model.commit([{ table, id: first.id, within: withinOf(first), before: undefined, after: null } as never]);
        same(await tx.query(name, args), await expected(model, name, args), `${name} without a row it deleted`);
        return [];
      });
    }),
  ),

  it('messages come by (receivedAt, id) whatever the order of arrival, also many of them (K22)', async (store) => {
    const late = aMessage(300, 100, { receivedAt: 5_000 });
    const sameTime = [301, 302].map((n) => aMessage(n, 100, { receivedAt: 7_000 }));
    const old = Array.from({ length: 230 }, (_, n) => aMessage(400 + n, 100, { receivedAt: 1_000 + n }));
    await store.writes(async (tx) => {
      for (const row of [late, ...sameTime]) tx.messages.put(row);
    });
    for (let at = 0; at < old.length; at += 60) {
      await store.writes(async (tx) => {
        for (const row of old.slice(at, at + 60)) tx.messages.put(row);
      });
    }
    await store.reads(async (reader) => {
      const newest = await reader.query('newestMessages', { conversationId: id(100), limit: 4 });
      same(
        newest.map((row) => row.id),
        [id(302), id(301), id(300), id(629)],
        'the newest four',
      );
      same((await reader.query('newestMessages', { conversationId: id(100), limit: 1_000 })).length, 233, 'all of them');
      same(await reader.find('messages', id(415), id(100)), old[15], 'one in the middle');
    });
  }),

  it('I7 a transaction that throws leaves nothing, counters included', async (store) => {
    await store.writes(async (tx) => tx.conversations.put(aConversation(100)));
    const before = await store.counters();
    const error = await throws(
      () =>
        store.writes(async (tx) => {
          tx.conversations.put(aConversation(100, { subject: 'never' }));
          tx.conversations.put(aConversation(101));
          tx.messages.put(aMessage(200, 100));
          throw new Error('the rule broke');
        }),
      'a throwing transaction',
    );
    same(error.message, 'the rule broke', 'the fault goes on to the caller');
    await store.reads(async (reader) => {
      same((await reader.find('conversations', id(100)))?.subject, aConversation(100).subject, 'subject');
      same(await reader.find('conversations', id(101)), undefined, 'the new row');
      same(await reader.find('messages', id(200), id(100)), undefined, 'the message');
    });
    same(await store.counters(), before, 'counters');
  }),

  it('I7 a malformed row stops the whole act', async (store) => {
    await throws(
      () =>
        store.writes(async (tx) => {
          tx.conversations.put(aConversation(100));
          tx.conversations.put({ ...aConversation(101), messageCount: -1 });
        }),
      'a malformed row',
    );
    await store.reads(async (reader) => same(await reader.find('conversations', id(100)), undefined, 'the good row'));
  }),

  it('K3 counters always equal a recount', async (store) => {
    const steps: ReturnType<typeof aConversation>[] = [
      aConversation(100),
      aConversation(101, { ownerId: id(2) }),
      aConversation(102, { channel: 'chat', bot: { name: 'Bot', handedOverAt: null, lastVisitorAt: 1 } }),
      aConversation(103, { startedBy: 'us', firstInboundAt: null, lastInboundAt: null, lastOutboundAt: 4 }),
      aConversation(100, { ownerId: id(2) }),
      aConversation(101, { status: 'closed', closedAt: 5, closedBy: id(2) }),
      aConversation(102, { channel: 'chat', trashed: { at: 6, by: null } }),
      aConversation(100, { spam: { reason: 'bulk-mail', rule: null, at: 7 } }),
      aConversation(103, { startedBy: 'us', firstInboundAt: 8, lastInboundAt: 8, lastOutboundAt: 4 }),
      aConversation(100, { ownerId: id(3) }),
    ];
    const now = new Map<Id, ReturnType<typeof aConversation>>();
    for (const row of steps) {
      await store.writes(async (tx) => tx.conversations.put(row));
      now.set(row.id, row);
      const counters = await store.counters();
      if (counters) same(counters, recount([...now.values()]), `after ${row.id}`);
    }
    await store.writes(async (tx) => tx.conversations.delete(id(101)));
    now.delete(id(101));
    const counters = await store.counters();
    if (counters) same(counters, recount([...now.values()]), 'after a deletion');
  }),

  it('K10 rows outside the scope do not exist, by id or by question', async (store) => {
    if (!store.scoped) return;
    const hidden = aConversation(150, { space: secondSpace, inboxId: id(11), ticketId: id(500) });
    await store.writes(async (tx) => {
      tx.conversations.put(aConversation(100, { ticketId: id(500) }));
      tx.conversations.put(hidden);
      tx.messages.put({ ...aMessage(250, 150), space: secondSpace });
    });
    await store.run([space], async (reader) => {
      same(await reader.find('conversations', hidden.id), undefined, 'conversation');
      same(await reader.find('messages', id(250), hidden.id), undefined, 'message');
      same(
        (await reader.query('conversationsByTicket', { ticketId: id(500) })).map((row) => row.id),
        [id(100)],
        'by ticket',
      );
      same(await reader.query('newestMessages', { conversationId: hidden.id, limit: 5 }), [], 'messages');
      return [];
    });
  }),
];

class Store {
  constructor(
    private readonly store: ContractStore,
    readonly scoped: boolean,
  ) {}

  run(scope: readonly SpaceId[] | 'all', work: Parameters<ContractStore['run']>[1]): Promise<void> {
    return this.store.run(scope, work);
  }

  reads(work: (reader: RowReader) => Promise<void>): Promise<void> {
    return this.store.run('all', async (reader) => {
      await work(reader);
      return [];
    });
  }

  writes(work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.store.run('all', async (reader) => {
      const buffer = new BufferedTx(reader);
      await work(buffer.tx);
      return buffer.writes();
    });
  }

  /** Counters of the inbox the samples lie in, without those that stand at nothing. */
  async counters(): Promise<Record<string, number> | undefined> {
    const counters = await this.store.counters?.(id(10));
    return counters && Object.fromEntries(Object.entries(counters).filter(([, count]) => count !== 0));
  }
}

function it(name: string, check: (store: Store) => Promise<void>): ContractCase {
  return {
    name,
    async run(harness: ContractHarness) {
      const store = await harness.fresh();
      try {
        await check(new Store(store, harness.scoped));
      } finally {
        await store.close();
      }
    },
  };
}

const put = (tx: Tx, table: TableName, row: RowOf<TableName>) => tx[table].put(row as never);
const withinOf = (row: object): Id | undefined => ('conversationId' in row ? (row.conversationId as Id) : undefined);

/** What the definition says: the memory reader is the contract read aloud. */
const expected = async <Q extends QueryName>(model: MemoryReader, name: Q, args: QueryArgs<Q>): Promise<QueryRow<Q>[]> => model.query(name, args);

/** Rows that match each sample query, rows that nearly do, and rows that do not, in no order. */
function manyRows(): { table: TableName; row: RowOf<TableName> }[] {
  const other = inboxSpace(id(11));
  const near = rowsOfEveryTable().map(({ table, row }, n) => ({
    table,
    row: {
      ...row,
      id: id(1_000 + n),
      ...('space' in row ? { space: other } : {}),
      ...('inboxId' in row ? { inboxId: id(11) } : {}),
      // An address is one channel's (CHN-4).
      ...('signatureHtml' in row ? { address: 'near@havnegaard.example' } : {}),
    } as RowOf<TableName>,
  }));
  const more = [3, 1, 2].flatMap((n) =>
    rowsOfEveryTable().map(({ table, row }, at) => ({ table, row: variant({ ...row, id: id(2_000 + 100 * n + at) } as RowOf<TableName>, n) })),
  );
  return [...more, ...near, ...rowsOfEveryTable()];
}

function variant(row: RowOf<TableName>, n: number): RowOf<TableName> {
  if ('receivedAt' in row) return { ...row, receivedAt: row.receivedAt + 10 * n };
  if ('number' in row) return { ...row, number: row.number + 7 * n };
  if ('tokenHash' in row) return { ...row, tokenHash: `${n}`.repeat(64) };
  if ('signatureHtml' in row && row.address !== null) return { ...row, address: `other${n}@havnegaard.example` };
  return row;
}
