import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { at, id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { mineWaiting } from './mine-waiting';

it('SUR-4 of what is mine, what waits for an answer is counted, and what is late by now', async () => {
  const hub = await SmallHub.start();
  const waits = { ownerId: id(2), lastInboundAt: at, firstInboundAt: at };
  await hub.conversation(101, 10, 1, { ...waits, dueAt: at + 1000 });
  await hub.conversation(102, 11, 1, { ...waits, dueAt: null });
  // Answered; somebody else's; nobody's.
  await hub.conversation(103, 10, 1, { ...waits, lastOutboundAt: at + 1, dueAt: null });
  await hub.conversation(104, 10, 1, { ...waits, ownerId: id(3), dueAt: at - 1 });
  await hub.conversation(105, 10, 1, { ...waits, ownerId: null, dueAt: at - 1 });
  const client = new SmallClient(hub, 2);
  await client.sync();
  const both = [id(10), id(11)];
  expect(await mineWaiting(client.db, both, at)).toEqual({ waiting: 2, late: 0 });
  expect(await mineWaiting(client.db, both, at + 1001)).toEqual({ waiting: 2, late: 1 });
  expect(await mineWaiting(client.db, [id(11)], at + 1001)).toEqual({ waiting: 1, late: 0 });
  expect(await mineWaiting(client.db, [], at)).toEqual({ waiting: 0, late: 0 });
});
