import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syncedTables } from '../../domain/core/tables';
import { Conversation } from '../../domain/model/conversation';
import { counterKeysOf } from '../../domain/view/views-of';
import { freshPGlite } from '../../tests/support/pglite-snapshot';
import type { HubDatabase } from '../db/database';
import { DrizzleHubStore } from '../db/drizzle-hub-store';
import { makeSampleWorkspace } from './make-sample-workspace';

const now = Date.UTC(2026, 10, 21, 9, 0);

describe('the sample workspace', () => {
  let database: HubDatabase;
  let store: DrizzleHubStore;
  let took = 0;
  const kept = new Map<string, number>();
  const rows: { space: string; table: string; row: unknown }[] = [];

  beforeAll(async () => {
    database = await freshPGlite();
    store = new DrizzleHubStore(
      database.db,
      () => 'epoch',
      () => now,
    );
    const began = process.cpuUsage();
    const { agentId } = await makeSampleWorkspace({
      store,
      now,
      async keepFile(bytes) {
        const hash = createHash('sha256').update(bytes).digest('hex');
        kept.set(hash, bytes.length);
        return hash;
      },
    });
    const { user, system } = process.cpuUsage(began);
    took = (user + system) / 1000;
    await store.snapshot(async (snapshot) => {
      for (const space of await snapshot.spacesOf(agentId)) {
        for (let from = 0; ; ) {
          const changes = await snapshot.changesSince(space, from, 1000);
          rows.push(...changes.map(({ table, row }) => ({ space, table, row })));
          from = changes.at(-1)?.version ?? from;
          if (changes.length < 1000) break;
        }
      }
    });
  }, 120_000);
  afterAll(() => database.close());

  const rowsOf = (table: keyof typeof syncedTables) => rows.filter((change) => change.table === table).map(({ row }) => row);
  const conversations = () => rowsOf('conversations').map((row) => Conversation.parse(row));

  it('has three agents, two inboxes and some two hundred conversations of every kind', () => {
    expect(rowsOf('agents')).toHaveLength(3);
    expect(rowsOf('inboxes')).toHaveLength(2);
    expect(conversations().length).toBeGreaterThan(180);
    expect(new Set(conversations().map(({ channel }) => channel))).toEqual(new Set(['email', 'chat', 'form', 'call']));
    for (const table of ['tickets', 'contacts', 'companies', 'deals'] as const) expect(rowsOf(table).length).toBeGreaterThan(3);
  });

  it('fills every standard view, late ones among them', () => {
    const keys = conversations().flatMap(counterKeysOf);
    for (const view of ['unassigned', 'mine', 'open', 'chat', 'email', 'forms', 'calls', 'bots', 'closed', 'sent', 'spam', 'trash']) {
      expect(keys.filter((key) => key.split(':')[0] === view).length, view).toBeGreaterThan(2);
    }
    expect(conversations().filter(({ dueAt, status }) => status === 'open' && dueAt !== null && dueAt < now).length).toBeGreaterThan(2);
  });

  it('lies in the past, and nothing of it waits to be sent', async () => {
    for (const { lastInboundAt, lastOutboundAt } of conversations())
      expect(Math.max(lastInboundAt ?? 0, lastOutboundAt ?? 0)).toBeLessThanOrEqual(now);
    const { rows: waiting } = await database.query('select count(*)::int as n from outbound_mails');
    expect(waiting).toEqual([{ n: 0 }]);
  });

  it('keeps the bytes of every file it names', () => {
    const named = rowsOf('messages').flatMap((row) => syncedTables.messages.parse(row).attachments);
    expect(named.length).toBeGreaterThan(10);
    for (const { hash, size } of named) expect(kept.get(hash ?? '')).toBe(size);
  });

  it('costs under 15 s of processor time, so that a first start is no wait', () => {
    console.log(`sample workspace: ${(took / 1000).toFixed(1)} s of processor time`);
    expect(took).toBeLessThan(15_000);
  });
});
