import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undoSendMs } from '../../domain/message/undo-send';
import type { HubDatabase } from '../../server/db/database';
import type { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { openEpoch } from '../../server/db/open-epoch';
import { DrizzleOutboundQueue, sendingLease } from '../../server/db/outbound-queue';
import { rowsOf } from '../../server/db/rows-of';
import { Witness } from '../../server/db/witness';
import { CommitRefused } from '../../server/sync/commit-refused';
import { conversationRow, id, messageRow, outboundRow, write } from '../support/rows';
import { openSmallStore } from '../support/small-store';

let database: HubDatabase;
let store: DrizzleHubStore;
let queue: DrizzleOutboundQueue;
let now = 1_800_000_000_000;
let made = 1000;

beforeAll(async () => {
  ({ database, store } = await openSmallStore(() => now));
  queue = new DrizzleOutboundQueue(store, () => now);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.execute(sql`truncate outbound_state`);
});

async function queued(queuedAt = now - undoSendMs) {
  made += 10;
  const n = made;
  const delivery = { state: 'queued' as const, at: now, text: '' };
  const outboundMail = { ...outboundRow(n + 2, 10, n, n + 1), queuedAt };
  await store.transaction('all', (transaction) =>
    transaction.commit([
      write('conversations', conversationRow(n, 10)),
      write('messages', messageRow(n + 1, 10, n, { direction: 'out', delivery })),
      write('outboundMails', outboundMail),
    ]),
  );
  return {
    id: outboundMail.id,
    takeBack: () => store.transaction('all', (transaction) => transaction.commit([write('outboundMails', null, outboundMail)])),
    state: async () => (await rowsOf<{ state: string }>(database.db, sql`select state from outbound_state where id = ${id(n + 2)}`))[0]?.state,
    shown: async () => (await store.transaction('all', ({ reader }) => reader.find('messages', id(n + 1), id(n))))?.delivery?.state,
    problem: async () => (await store.transaction('all', ({ reader }) => reader.find('conversations', id(n))))?.deliveryProblem?.state,
  };
}

describe('I2 a mail to send', () => {
  it('is handed out to one process alone, and its end stands on the message', async () => {
    const mail = await queued();
    const claims = await Promise.all([queue.claim(now), queue.claim(now), queue.claim(now)]);
    const [claimed] = claims.filter((claim) => claim !== undefined);
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    expect(claimed).toMatchObject({ mail: { id: mail.id }, attempt: 1 });
    expect(await mail.state()).toBe('sending');
    if (claimed) await queue.settle(claimed, { state: 'sent', text: '250 ok' });
    expect([await mail.state(), await mail.shown()]).toEqual(['sent', 'sent']);
    expect(await queue.claim(now)).toBeUndefined();
  });

  it('put off is handed out again when its time has come, counted', async () => {
    const mail = await queued();
    const first = await queue.claim(now);
    expect(await mail.shown()).toBe('sending');
    if (first) await queue.retryAt(first, now + 60_000, '451 later');
    expect([await mail.state(), await mail.shown(), await queue.nextDue()]).toEqual(['queued', 'queued', now + 60_000]);
    expect(await queue.claim(now)).toBeUndefined();
    expect(await queue.claim(now + 60_000)).toMatchObject({ mail: { id: mail.id }, attempt: 2 });
  });

  it('F8 whose sender died over it is unknown, and never goes out again by itself', async () => {
    const mail = await queued();
    const claimed = await queue.claim(now);
    expect(await queue.giveUpExpired(now)).toBe(0);
    now += sendingLease + 1;
    expect(await queue.giveUpExpired(now)).toBe(1);
    expect([await mail.state(), await mail.shown(), await mail.problem()]).toEqual(['unknown', 'unknown', 'unknown']);
    if (claimed) await queue.retryAt(claimed, now, 'too late');
    expect(await queue.claim(now)).toBeUndefined();
    // The dead one was only slow: what it knows is better than not knowing.
    if (claimed) await queue.settle(claimed, { state: 'sent', text: '250 ok' });
    expect([await mail.state(), await mail.shown(), await mail.problem()]).toEqual(['sent', 'sent', undefined]);
  });

  it('X11 is held for as long as it may be taken back, and says *sending* from the moment it is handed out', async () => {
    now += undoSendMs;
    const mail = await queued(now);
    expect(await queue.nextDue()).toBe(now + undoSendMs);
    expect(await queue.claim(now + undoSendMs - 1)).toBeUndefined();
    expect(await mail.shown()).toBe('queued');
    expect(await queue.claim(now + undoSendMs)).toMatchObject({ mail: { id: mail.id } });
    expect([await mail.state(), await mail.shown()]).toEqual(['sending', 'sending']);
  });

  it('X11 taken back is never handed out; handed out, or held after a restore, it cannot be taken back any more', async () => {
    const mail = await queued();
    await mail.takeBack();
    expect(await mail.state()).toBe('cancelled');
    expect(await queue.claim(now)).toBeUndefined();
    for (const state of ['sending', 'held', 'sent'] as const) {
      const left = await queued();
      await database.db.execute(sql`update outbound_state set state = ${state} where id = ${left.id}`);
      await expect(left.takeBack()).rejects.toThrow(CommitRefused);
      expect(await left.state()).toBe(state);
    }
  });

  it('settled twice stays as it was first', async () => {
    const mail = await queued();
    const claimed = await queue.claim(now);
    if (!claimed) throw new Error('nothing to claim');
    await queue.settle(claimed, { state: 'failed', text: '550 no' });
    await queue.settle(claimed, { state: 'sent', text: '250 ok' });
    expect([await mail.state(), await mail.shown()]).toEqual(['failed', 'failed']);
  });
});

describe('K12 a restored database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'samtale-witness-'));
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it('is noticed when it has fallen behind what the witness saw, or lies elsewhere; and only then', async () => {
    const witness = new Witness(database.db, join(folder, 'witness'));
    const first = await openEpoch(database.db, witness, 'here');
    expect(first.restored).toBe(false);
    expect(await openEpoch(database.db, witness, 'here')).toEqual(first);
    await Promise.all([witness.advance(), witness.advance(), witness.advance()]);
    expect(await openEpoch(database.db, witness, 'here')).toEqual(first);

    await database.db.execute(sql`update hub set beat = beat - 1`);
    const restored = await openEpoch(database.db, witness, 'here');
    expect(restored.restored).toBe(true);
    expect(restored.id).not.toBe(first.id);
    expect(await openEpoch(database.db, witness, 'here')).toEqual(restored);

    expect((await openEpoch(database.db, witness, 'elsewhere')).id).not.toBe(restored.id);
  });

  it('holds everything unsent as unknown for a person', async () => {
    const [waiting, underway] = [await queued(), await queued()];
    await database.db.execute(sql`update outbound_state set state = 'sending', leased_until = ${now + sendingLease} where id = ${underway.id}`);
    await openEpoch(database.db, new Witness(database.db, join(folder, 'witness')), 'a folder it was copied to');
    // Killed here, the next start finds nothing to send and goes on.
    expect(await queue.claim(now)).toBeUndefined();
    expect(await queue.recordHeld()).toBe(2);
    expect([await waiting.shown(), await underway.shown()]).toEqual(['unknown', 'unknown']);
    expect(await queue.claim(now)).toBeUndefined();
  });
});
