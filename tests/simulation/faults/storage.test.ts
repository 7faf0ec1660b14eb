import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { syncOnce } from '../../../sync/engine';
import { DexieClientStore } from '../../../utils/store/client-store';
import { openDatabase } from '../../../utils/store/database';
import { aTeam, mailFrom, replies } from '../a-team';
import { Watch } from '../invariants';
import { Life } from '../life';
import { sourceOver } from '../network';

describe('F9 the disk is full', () => {
  it('an act is refused whole, at whichever of its writes', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    const args = { messageId: hub.newId(), conversationId, text: 'A word', html: '<p>A word</p>', mentions: [], attachments: [], draftId: null };
    for (let write = 1; ; write++) {
      if (await ann.act('addComment', args, write)) break;
      await new Watch().look(ann);
      expect(await ann.db.outbox.count()).toBe(0);
    }
    await settle();
  });

  it('a sync stops with disk-full at whichever of its writes, and goes on when there is room', async () => {
    const { hub, ann, settle } = await aTeam();
    await mailFrom(hub, 'ole@kunde.example');
    for (let write = 1; ; write++) {
      const end = await ann.sync({ fullFrom: write });
      await new Watch().look(ann);
      if (end === 'idle') break;
      expect(end).toBe('disk-full');
    }
    await settle();
  });
});

it('F10 a database deleted under our feet is filled again from the hub', async () => {
  const { hub, ann, settle } = await aTeam();
  await ann.db.delete();
  ann.reopen();
  expect(await ann.sync()).toBe('idle');
  await mailFrom(hub, 'ole@kunde.example');
  await settle();
});

it('F11 an old panel that is still open gives way to a newer schema and its queue stays', async () => {
  const { hub, ann, conversationId } = await aTeam();
  const panel = openDatabase(ann.name);
  await panel.open();
  const { uuid } = await replies(ann, hub, conversationId);
  const newer = new (panel.constructor as typeof import('dexie').Dexie)(ann.name);
  newer.version(panel.verno + 1).stores({});
  ann.db.close();
  await newer.open();
  expect(panel.outdated).toBe(true);
  expect(await newer.table('outbox').toCollection().first()).toMatchObject({ uuid });
  newer.close();
});

it('F13 the database is closed at any call of a sync: opened again, once', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  for (let call = 1; call <= 12; call++) {
    await replies(ann, hub, conversationId, `try ${call}`);
    let calls = 0;
    const life = new Life();
    const source = sourceOver({ hub, agentId: ann.agentId, life, faults: new Map(), sent: [] });
    const store = new Proxy(new DexieClientStore(ann.db), {
      get(target, name, receiver) {
        calls += 1;
        if (calls === call) ann.db.close({ disableAutoOpen: false });
        return Reflect.get(target, name, receiver);
      },
    });
    expect(await syncOnce(store, source, { now: () => ann.now })).toBe('idle');
  }
  await settle();
  expect(hub.accepted).toHaveLength(12);
});
