import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { mutateAll } from './mutate-all';

async function started() {
  const hub = await SmallHub.start();
  for (const n of [100, 101]) await hub.conversation(n, 10);
  const client = new SmallClient(hub, 2);
  await client.sync();
  return client;
}
const close = (n: number) => ({ name: 'closeConversation', args: { conversationId: id(n) } }) as const;

it('INB-2 acts that are one thing are all done, each as itself', async () => {
  const client = await started();
  expect(await mutateAll(client.db, [close(100), close(101)])).toBeUndefined();
  expect((await client.db.outbox.toArray()).map(({ name }) => name)).toEqual(['closeConversation', 'closeConversation']);
  await client.sync();
  expect([(await client.conversation(100))?.status, (await client.conversation(101))?.status]).toEqual(['closed', 'closed']);
  await client.checkConverged();
});

it('INB-2 … or none of them where one is refused, which is told; then they can be tried again', async () => {
  const client = await started();
  expect(await mutateAll(client.db, [close(100), close(101), close(100)])).toEqual({ refused: 'already-closed' });
  expect((await client.conversation(100))?.status).toBe('open');
  expect(await client.db.outbox.count()).toBe(0);
  await client.checkDerived();
  expect(await mutateAll(client.db, [close(100), close(101)])).toBeUndefined();
  await client.sync();
  await client.checkConverged();
});
