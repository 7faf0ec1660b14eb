import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { agentSpace, inboxSpace, workspaceSpace } from '../../domain/model/ids';
import { syncOnce } from '../../sync/engine';
import type { Source, UnknownRow } from '../../sync/ports';
import type { RowChange } from '../../sync/protocol';
import { conversationRow, id, messageRow, write } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { metaRow } from './me';
import { readSync } from './read-sync';

const inbox = inboxSpace(id(10));
const workspace = workspaceSpace(id(1));

/** A client that cannot read some of what its hub has, until it is `updated`. */
async function given(isUnknown: (change: RowChange) => boolean) {
  const hub = await SmallHub.start();
  await hub.conversation(100, 10, 2);
  const client = new SmallClient(hub, 2);
  const known = { all: false };
  const source: Source = {
    ...hub.source(2),
    pull: async (request) => {
      const answer = await hub.pull(2, request);
      const unknown: UnknownRow[] = [];
      const changes = answer.changes.map((change) => ({ ...change, rows: change.rows.filter(keep(change.space, unknown)) }));
      return { ...answer, changes, unknown };
    },
    bootstrap: async (request) => {
      const answer = await hub.source(2).bootstrap(request);
      const unknown: UnknownRow[] = [];
      return { ...answer, rows: answer.rows.filter(keep(request.space, unknown)), unknown };
    },
  };
  const keep = (space: string, unknown: UnknownRow[]) => (change: RowChange) => {
    if (known.all || change.row === null || !isUnknown(change)) return true;
    unknown.push({ space, row: `${change.table}/${change.id}` });
    return false;
  };
  /** What a version of a higher `wireRevision` finds here. */
  const update = async () => {
    known.all = true;
    const row = await metaRow(client.db, 'unknown');
    if (row) await client.db.meta.put({ ...row, revision: row.revision - 1 });
  };
  return { hub, client, update, sync: () => syncOnce(client.store, source, { now: () => hub.now }) };
}
const says = async ({ client }: { client: SmallClient }) => (await readSync(client.db)).unknown;

describe('a row this version cannot read', () => {
  it('F20 is said, whichever way it came, and the rest is here', async () => {
    for (const table of ['conversations', 'messages', 'agents', 'members']) {
      const own = await given((change) => change.table === table);
      expect([await own.sync(), await says(own)], table).toEqual(['idle', true]);
      expect(await own.client.db.inboxes.count(), table).toBe(2);
    }
  });

  it('F20 is read by the version that knows it, with what changed and went meanwhile', async () => {
    for (const table of ['conversations', 'messages', 'agents', 'members']) {
      const own = await given((change) => change.table === table);
      await own.sync();
      await own.hub.conversation(101, 10, 2);
      await own.hub.commit([
        write('conversations', null, conversationRow(100, 10)),
        ...[100_000, 100_001].map((n) => write('messages', null, messageRow(n, 10, 100))),
      ]);
      await own.sync();
      await own.update();
      expect([await own.sync(), await says(own)], table).toEqual(['idle', false]);
      await own.client.checkConverged();
    }
  });

  it('F20 is named once, and no longer once it comes in a form that is known or is gone', async () => {
    const own = await given((change) => change.table === 'conversations' && JSON.stringify(change.row).includes('Fax'));
    await own.hub.commit([write('conversations', conversationRow(100, 10, { subject: 'Fax' }), conversationRow(100, 10))]);
    await own.hub.conversation(102, 10, 1, { subject: 'Fax' });
    await own.sync();
    await own.hub.commit([write('conversations', conversationRow(100, 10, { subject: 'Fax 2' }), conversationRow(100, 10))]);
    await own.sync();
    const named = async () => (await metaRow(own.client.db, 'unknown'))?.rows.map(({ row }) => row).sort();
    expect(await named()).toEqual([`conversations/${id(100)}`, `conversations/${id(102)}`]);
    await own.hub.commit([write('conversations', conversationRow(100, 10, { subject: 'Letter' }), conversationRow(100, 10))]);
    await own.sync();
    expect(await named()).toEqual([`conversations/${id(102)}`]);
    await own.hub.commit([write('conversations', null, conversationRow(102, 10))]);
    await own.sync();
    expect(await says(own)).toBe(false);
  });

  it('INB-6 leaves with its space', async () => {
    const own = await given((change) => change.table === 'members' || change.table === 'conversations');
    await own.sync();
    await own.client.store.applyPull({ ...(await own.client.pullOnce()), spaces: [workspace, agentSpace(id(2))], changes: [] });
    expect((await metaRow(own.client.db, 'unknown'))?.rows.filter(({ space }) => space === inbox) ?? []).toEqual([]);
  });

  it('K12 is forgotten where the hub starts over', async () => {
    const own = await given((change) => change.table === 'agents');
    await own.sync();
    await own.client.store.startEpoch('another', []);
    expect(await metaRow(own.client.db, 'unknown')).toBeUndefined();
  });
});
