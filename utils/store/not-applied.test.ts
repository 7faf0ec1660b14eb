import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { dismissNotApplied, notApplied, retryNotApplied } from './not-applied';
import { waitingChanges } from './waiting-changes';

/** A comment written offline into a conversation that was deleted meanwhile. */
async function refused() {
  const hub = await SmallHub.start();
  await hub.conversation(100);
  const client = new SmallClient(hub, 2);
  await client.sync();
  const uuid = await client.act('addComment', {
    messageId: id(9_001),
    conversationId: id(100),
    text: 'Call her tomorrow',
    html: '<p>Call her tomorrow</p>',
    mentions: [],
    attachments: [],
    draftId: null,
  });
  expect((await waitingChanges(client.db)).map((change) => [change.uuid, change.name])).toEqual([[uuid, 'addComment']]);
  await client.store.settle([{ id: 1, uuid, refused: { refused: 'gone' } }]);
  return { hub, client, uuid };
}

describe('Not applied', () => {
  it('I1 K10 holds what was refused, why, and the words to copy; nothing waits any more', async () => {
    const { client, uuid } = await refused();
    expect(await notApplied(client.db)).toMatchObject([
      { uuid, chain: uuid, name: 'addComment', refusal: { refused: 'gone' }, text: 'Call her tomorrow' },
    ]);
    expect(await waitingChanges(client.db)).toEqual([]);
  });

  it('K10 a retry is a new act, and leaves the list when it is taken', async () => {
    const { client, uuid } = await refused();
    const answer = await retryNotApplied(client.db, uuid);
    expect(answer?.uuid).toBeDefined();
    expect(answer?.uuid).not.toBe(uuid);
    expect(await notApplied(client.db)).toEqual([]);
    await client.sync();
    await client.checkConverged();
  });

  it('I1 a retry that is refused here leaves it where it was', async () => {
    const { client, uuid } = await refused();
    await client.db.conversations.clear();
    expect((await retryNotApplied(client.db, uuid))?.refused).toEqual({ refused: 'not-found' });
    expect((await notApplied(client.db)).map((entry) => entry.uuid)).toEqual([uuid]);
  });

  it('a dismissed one is gone, and cannot be tried again', async () => {
    const { client, uuid } = await refused();
    await dismissNotApplied(client.db, uuid);
    expect(await notApplied(client.db)).toEqual([]);
    expect(await retryNotApplied(client.db, uuid)).toBeUndefined();
  });
});
