import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { syncOnce } from '../../sync/engine';
import { Rejected } from '../../sync/ports';
import { applyLostAgain, dismissLost } from '../../utils/store/apply-lost-again';
import { DexieClientStore } from '../../utils/store/client-store';
import { openDatabase } from '../../utils/store/database';
import { notApplied } from '../../utils/store/not-applied';
import { readThread } from '../../utils/store/read-thread';
import { aTeam, does, mailFrom, replies } from './a-team';
import { Watch } from './invariants';
import { Life } from './life';
import { type NetworkFault, sourceOver } from './network';

const at = (...faults: [number, NetworkFault][]) => new Map(faults);

it('F1 a worker killed before or after any of its effects loses nothing and does nothing twice', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  let point = 0;
  for (let killed = true; killed; ) {
    point += 1;
    const { messageId } = await replies(ann, hub, conversationId, `try ${point}`);
    killed = (await ann.sync({ killAt: point })) === 'killed';
    await new Watch().look(ann);
    expect((await readThread(ann.db, conversationId)).messages.map(({ id }) => id)).toContain(messageId);
  }
  expect(point).toBeGreaterThan(20);
  await settle();
  expect(hub.accepted).toHaveLength(point);
});

it('F2 the answer is lost after the hub has committed: the mail goes out once', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  const { messageId } = await replies(ann, hub, conversationId);
  expect(await ann.sync({ network: at([1, 'drop-response']) })).toBe('offline');
  expect(hub.store.all('outboundMails')).toHaveLength(1);
  await settle();
  expect(hub.accepted.map((mail) => mail.messageId)).toEqual([messageId]);
});

it.each(['drop-request', 'captive-portal'] as const)('F3 %s: nothing reached the hub, all is kept', async (fault) => {
  const { hub, ann, conversationId, settle } = await aTeam();
  await replies(ann, hub, conversationId);
  expect(await ann.sync({ network: at([1, fault]) })).toBe('offline');
  expect(await ann.db.outbox.count()).toBe(1);
  await settle();
  expect(hub.accepted).toHaveLength(1);
});

it('F4 every request delivered twice, and two workers at once: once', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  await replies(ann, hub, conversationId);
  await ann.sync({ network: new Map([1, 2, 3, 4, 5].map((n) => [n, 'duplicate'] as const)) });
  await replies(ann, hub, conversationId, 'And one more thing');
  await Promise.all([ann.sync(), ann.sync()]);
  await settle();
  expect(hub.accepted).toHaveLength(2);
});

it('F5 an old push comes once more after newer ones', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  await replies(ann, hub, conversationId);
  await does(ann, 'closeConversation', { conversationId });
  await ann.sync();
  await does(ann, 'reopenConversation', { conversationId });
  await ann.sync();
  for (const request of ann.sent) await hub.push(ann.agentId, request);
  await settle();
  expect(hub.store.all('conversations').map(({ status }) => status)).toEqual(['open']);
  expect(hub.accepted).toHaveLength(1);
});

it('F5 a pull answered late, after a newer one was applied, takes nothing back', async () => {
  const { hub, ann, settle } = await aTeam();
  const store = new DexieClientStore(ann.db);
  const { clientId, epoch } = await store.identity();
  await mailFrom(hub, 'ole@kunde.example');
  const late = await hub.pull(ann.agentId, { clientId, epoch, cursors: await store.cursors() });
  if (late === 'signed-out') throw new Error('Ann is signed in');
  await mailFrom(hub, 'per@kunde.example');
  const watch = new Watch();
  await ann.sync();
  await watch.look(ann);
  await store.applyPull(late);
  await watch.look(ann);
  await settle();
});

it.each([
  ['a day ahead', 86_400_000],
  ['a day behind', -86_400_000],
])('F6 a clock %s changes neither order nor what counts as time', async (_, skew) => {
  const { hub, ann, bo, conversationId, settle } = await aTeam();
  ann.skew = skew;
  await replies(ann, hub, conversationId, 'first');
  await ann.sync();
  hub.now += 60_000;
  await replies(bo, hub, conversationId, 'second');
  await bo.sync();
  await settle();
  const ours = (await readThread(bo.db, conversationId)).messages.filter(({ direction }) => direction === 'out');
  expect(ours.map(({ text }) => text.slice(0, 6).trim())).toEqual(['first', 'second']);
});

it('F6 K9 THR-9 a clock an hour ahead does not close a bot’s chat early: the hub refuses, its author sees why', async () => {
  const { hub, ann, settle } = await aTeam();
  const channel = hub.store.all('channels').find(({ kind, inboxId }) => kind === 'chat' && inboxId === hub.support);
  const ids = { conversationId: hub.newId(), messageId: hub.newId(), contactId: hub.newId(), eventId: hub.newId() };
  const line = { kind: 'chat' as const, ids, channelId: channel?.id ?? '', receivedAt: hub.now, visitor: { name: 'Ida', address: null } };
  await hub.act('receiveMessage', { ...line, conversationId: null, text: 'Hi', bot: { name: 'Robo' }, author: 'visitor' });
  await ann.sync();
  ann.skew = 3_600_000;
  const { uuid } = await does(ann, 'closeConversation', { conversationId: ids.conversationId });
  await settle();
  expect((await ann.db.notApplied.get(uuid))?.refusal.refused).toBe('bot-not-handed-over');
  expect(hub.store.all('conversations').find(({ id }) => id === ids.conversationId)?.status).toBe('open');
});

describe('F7 the hub is killed', () => {
  it('after the commit, before the answer', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    await replies(ann, hub, conversationId);
    await ann.sync({ network: at([1, 'drop-response']) });
    hub.restart();
    await settle();
    expect(hub.accepted).toHaveLength(1);
  });

  it.each(['before-lease', 'before-smtp', 'after-smtp'] as const)(
    'while it sends a mail, %s: at most one mail, and nobody is left to guess',
    async (dies) => {
      const { hub, ann, conversationId, settle } = await aTeam();
      const { messageId } = await replies(ann, hub, conversationId);
      await ann.sync();
      await hub.sendMail(dies);
      hub.restart();
      await settle();
      const { messages } = await readThread(ann.db, conversationId);
      const state = messages.find(({ id }) => id === messageId)?.delivery?.state;
      expect([state, hub.accepted.length]).toEqual(
        { 'before-lease': ['sent', 1], 'before-smtp': ['unknown', 0], 'after-smtp': ['unknown', 1] }[dies],
      );
    },
  );
});

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
  newer.version(2).stores({});
  ann.db.close();
  await newer.open();
  expect(panel.outdated).toBe(true);
  expect(await newer.table('outbox').toCollection().first()).toMatchObject({ uuid });
  newer.close();
});

it('F12 a first sync cut off after any page goes on where it was', async () => {
  const { hub, ann, settle } = await aTeam({ limits: { pull: 2, bootstrap: 1 } });
  for (let n = 0; n < 6; n++) await mailFrom(hub, `k${n}@kunde.example`);
  await ann.db.delete();
  ann.reopen();
  const watch = new Watch();
  let points = 12;
  while ((await ann.sync({ killAt: points })) !== 'idle') {
    await watch.look(ann);
    points += 2;
  }
  await settle();
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

describe('F14 two people act on one conversation, both offline', () => {
  it('I10 both replies are kept, and both devices show the same', async () => {
    const { hub, ann, bo, conversationId, settle } = await aTeam();
    await replies(ann, hub, conversationId, 'from Ann');
    await replies(bo, hub, conversationId, 'from Bo');
    await does(bo, 'closeConversation', { conversationId });
    await does(ann, 'assignConversation', { conversationId, ownerId: hub.ann });
    await settle();
    expect(hub.accepted).toHaveLength(2);
    expect(hub.store.all('conversations')[0]).toMatchObject({ status: 'closed', ownerId: hub.ann });
  });

  it('I10 the second of two that exclude each other is refused where it is seen', async () => {
    const { hub, ann, bo, conversationId, settle } = await aTeam();
    await does(ann, 'closeConversation', { conversationId });
    const { uuid } = await does(bo, 'closeConversation', { conversationId });
    await ann.sync();
    await settle();
    expect((await bo.db.notApplied.get(uuid))?.refusal.refused).toBe('already-closed');
    expect(hub.store.all('conversations')[0]).toMatchObject({ status: 'closed', closedBy: hub.ann });
  });
});

it('F17 INB-6 taken out of an inbox while offline: its rows go, what was written is kept and told', async () => {
  const { hub, bo, conversationId, settle } = await aTeam();
  const { uuid } = await replies(bo, hub, conversationId, 'written on the train');
  await hub.act('removeMember', { inboxId: hub.support, agentId: hub.bo });
  await settle();
  expect(await bo.rows('conversations')).toEqual([]);
  expect(await bo.rows('messages')).toEqual([]);
  expect(await bo.db.notApplied.get(uuid)).toMatchObject({ refusal: { refused: 'not-found' }, args: { text: 'written on the train' } });
  expect(hub.accepted).toEqual([]);
});

it('F18 the conversation went to the trash elsewhere while it was answered offline: refused visibly, nothing is sent', async () => {
  const { hub, ann, bo, conversationId, settle } = await aTeam();
  const { uuid } = await replies(bo, hub, conversationId);
  await does(ann, 'trashConversation', { conversationId });
  await ann.sync();
  await settle();
  expect((await bo.db.notApplied.get(uuid))?.refusal.refused).toBe('in-trash');
  expect(hub.accepted).toEqual([]);
});

describe('F19 K12 the hub is restored from a backup', () => {
  it('what waits is pushed to the restored hub, what it lost is still told here; a reply among it is held for a person', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    const backup = hub.store.backup();
    const lost = await does(ann, 'closeConversation', { conversationId });
    await ann.sync();
    const waiting = await replies(ann, hub, conversationId);
    await hub.restore(backup);
    await settle({ restored: true });
    expect(await notApplied(ann.db)).toMatchObject([{ uuid: lost.uuid, refusal: { refused: 'hub-restored' }, lost: true }]);
    expect(await ann.db.confirmed.get(lost.uuid)).toBeUndefined();
    expect(hub.store.state.acts.get(waiting.uuid)).toEqual({ refused: null });
    expect(hub.accepted).toHaveLength(0);
    await does(ann, 'retrySend', { messageId: waiting.messageId, conversationId, newMessageId: hub.newId() });
    await settle({ restored: true });
    expect(hub.accepted).toHaveLength(1);
  });

  it('K12 what it lost is done again as it was, drafts and what was sent from them in their order; nothing it still has is offered', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    await does(ann, 'assignConversation', { conversationId, ownerId: hub.ann });
    await ann.sync();
    const backup = hub.store.backup();
    const draftId = hub.newId();
    const content = { mode: 'comment' as const, to: [], cc: [], bcc: [], html: '<p>x</p>', attachments: [] };
    for (const basedOn of [0, 1]) {
      await does(ann, 'saveDraft', { draftId, forkId: hub.newId(), conversationId, basedOn, content: { ...content, html: `<p>${basedOn}</p>` } });
      await ann.sync();
    }
    const comment = { messageId: hub.newId(), conversationId, text: 'x', html: '', mentions: [], attachments: [], draftId };
    const said = await does(ann, 'addComment', comment);
    const closed = await does(ann, 'closeConversation', { conversationId });
    await ann.sync();
    await hub.restore(backup);
    await settle({ restored: true });

    const offered = await notApplied(ann.db);
    expect(offered.filter(({ chain, uuid }) => chain === uuid).map(({ uuid }) => uuid)).toEqual([closed.uuid, said.uuid]);
    expect(offered.filter(({ chain }) => chain === said.uuid)).toHaveLength(3);
    await applyLostAgain(ann.db, [closed.uuid, said.uuid]);
    await settle({ restored: true });
    expect(await notApplied(ann.db)).toEqual([]);
    expect(hub.store.all('messages').filter(({ text }) => text === 'x')).toHaveLength(1);
    expect(hub.store.all('drafts')).toEqual([]);
    expect(hub.store.all('conversations')).toMatchObject([{ status: 'closed', ownerId: hub.ann }]);
  });

  it('K12 I2 a reply it had mailed and lost is done again without a second mail; one let go stays gone', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    const backup = hub.store.backup();
    const again = await replies(ann, hub, conversationId, 'again');
    const gone = await replies(ann, hub, conversationId, 'gone');
    await settle();
    expect(hub.accepted).toHaveLength(2);
    await hub.restore(backup);
    await settle({ restored: true });
    await applyLostAgain(ann.db, [again.uuid]);
    await dismissLost(ann.db, [gone.uuid]);
    ann.acks.pop();
    await settle({ restored: true });
    const { messages } = await readThread(ann.db, conversationId);
    expect(messages.flatMap(({ id, delivery }) => (delivery ? [[id, delivery.state]] : []))).toEqual([[again.messageId, 'unknown']]);
    expect(hub.accepted).toHaveLength(2);
    expect(await notApplied(ann.db)).toEqual([]);
  });

  it('K12 F1 killed at any point while it learns of the restore, everything is offered once', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    const backup = hub.store.backup();
    const lost = await does(ann, 'closeConversation', { conversationId });
    await ann.sync();
    await hub.restore(backup);
    for (let killAt = 1; (await ann.sync({ killAt })) === 'killed'; killAt++) await new Watch().look(ann);
    expect((await notApplied(ann.db)).map(({ uuid }) => uuid)).toEqual([lost.uuid]);
    await settle({ restored: true });
  });

  it.each([0, 7 * 86_400_000, -7 * 86_400_000])('I2 a reply mailed since and told again is mailed once, with a clock %i ms off', async (skew) => {
    const { hub, ann, bo, conversationId, settle } = await aTeam();
    ann.skew = skew;
    const backup = hub.store.backup();
    const { messageId } = await replies(ann, hub, conversationId);
    await ann.sync({ network: new Map([[1, 'drop-response']]) });
    await hub.sendMail();
    expect(hub.accepted).toHaveLength(1);
    await hub.restore(backup);
    await settle({ restored: true });
    expect(hub.accepted).toHaveLength(1);
    for (const device of [ann, bo]) {
      const { messages } = await readThread(device.db, conversationId);
      expect(messages.find(({ id }) => id === messageId)?.delivery?.state).toBe('unknown');
      expect((await device.db.conversations.get(conversationId))?.deliveryProblem).toMatchObject({ messageId, state: 'unknown' });
    }
    // Written to the restored hub, a reply goes by itself.
    await replies(ann, hub, conversationId);
    await settle({ restored: true });
    expect(hub.accepted).toHaveLength(2);
  });

  it('mail that was queued in the backup is held for a person: it may have gone out since', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    const { messageId } = await replies(ann, hub, conversationId);
    await ann.sync();
    const backup = hub.store.backup();
    await hub.sendMail();
    await hub.restore(backup);
    await settle({ restored: true });
    expect(hub.accepted).toHaveLength(1);
    const { messages } = await readThread(ann.db, conversationId);
    expect(messages.find(({ id }) => id === messageId)?.delivery?.state).toBe('unknown');
  });
});

it('F20 rows change between the pages of one pull: the newest wins, nothing is skipped', async () => {
  const { hub, ann, conversationId, settle } = await aTeam({ limits: { pull: 1, bootstrap: 1 } });
  for (let n = 0; n < 4; n++) await mailFrom(hub, `k${n}@kunde.example`);
  const breathe = async () => {
    hub.now += 1000;
    if ((await hub.store.snapshot((snapshot) => snapshot.version(`inbox:${hub.support}`))) < 40) {
      await hub.act('assignConversation', { conversationId, ownerId: null });
      await mailFrom(hub, 'kari@kunde.example');
    }
  };
  await ann.sync({ breathe });
  await settle();
});

it('F21 a large backlog comes in pages that only go forward', async () => {
  const { hub, ann, bo, settle } = await aTeam();
  for (let n = 0; n < 40; n++) await mailFrom(hub, `k${n}@kunde.example`);
  const watch = new Watch();
  for (let killAt = 15; (await ann.sync({ killAt })) === 'killed'; killAt += 10) await watch.look(ann);
  await bo.sync();
  await settle();
  expect(await ann.rows('conversations')).toHaveLength(41);
});

describe('F22 an act that breaks the hub', () => {
  it('for ever: it is parked and told, those around it go through', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    await replies(ann, hub, conversationId, 'before');
    const poison = await does(ann, 'closeConversation', { conversationId });
    hub.store.poison.add(poison.uuid);
    await replies(ann, hub, conversationId, 'after');
    await settle();
    expect((await ann.db.notApplied.get(poison.uuid))?.refusal.refused).toBe('bad-arguments');
    expect(hub.accepted).toHaveLength(2);
  });

  it('before it is even read: the others go through, and this one is told', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    await replies(ann, hub, conversationId, 'before');
    const poison = await does(ann, 'closeConversation', { conversationId });
    await replies(ann, hub, conversationId, 'after');
    const life = new Life();
    const source = sourceOver({ hub, agentId: ann.agentId, life, faults: new Map(), sent: [] });
    const { push } = source;
    source.push = async (request) => {
      if (request.mutations.some(({ uuid }) => uuid === poison.uuid)) throw new Rejected(400);
      return push(request);
    };
    expect(await syncOnce(new DexieClientStore(ann.db), source, { now: () => ann.now })).toBe('idle');
    expect(await ann.db.notApplied.count()).toBe(1);
    expect(hub.store.log.filter(({ refused }) => !refused)).toHaveLength(2);
    // The hub never heard of it: its author alone knows.
    ann.acks.splice(1, 1);
    await settle();
  });
});

it('F26 panel, popup and tab write at once: every act is taken, in one order', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  const windows = [ann.db, openDatabase(ann.name), openDatabase(ann.name)];
  const { enqueue } = await import('../../utils/store/mutate');
  const words = await Promise.all(
    windows.flatMap((db, n) =>
      ['a', 'b', 'c'].map((text) =>
        enqueue(db, 'addComment', {
          messageId: hub.newId(),
          conversationId,
          text: `${n}${text}`,
          html: '',
          mentions: [],
          attachments: [],
          draftId: null,
        }),
      ),
    ),
  );
  expect(words.every(({ refused }) => refused === undefined)).toBe(true);
  const outbox = await ann.db.outbox.toArray();
  expect(outbox.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const db of windows.slice(1)) db.close();
  ann.acks.push(...outbox.map(({ uuid, name, args }) => ({ uuid, name, args })));
  await settle();
});

describe('K11 a copied profile', () => {
  it('is noticed by its first act, takes an id of its own, and both keep theirs', async () => {
    const { hub, ann, devices, conversationId, settle } = await aTeam();
    await replies(ann, hub, conversationId, 'before the copy');
    await ann.sync();
    const copy = await ann.copyTo(`${ann.name}-copy`);
    devices.push(copy);
    await replies(ann, hub, conversationId, 'from the old one');
    await replies(copy, hub, conversationId, 'from the copy');
    await settle();
    const ids = await Promise.all([ann, copy].map((device) => new DexieClientStore(device.db).identity()));
    expect(new Set(ids.map(({ clientId }) => clientId)).size).toBe(2);
    expect(hub.accepted).toHaveLength(3);
  });
});

it('F15 the token expires in the middle of a batch: the rest waits for the next sign-in', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  await replies(ann, hub, conversationId);
  expect(await ann.sync({ network: at([1, 'token-expired']) })).toBe('signed-out');
  expect(await ann.db.outbox.count()).toBe(1);
  await settle();
  expect(hub.accepted).toHaveLength(1);
});

it('F24 K18 a reply’s file is uploaded first; cut off, it is uploaded again, and no mail leaves without it', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  const hash = 'ab'.repeat(32);
  await ann.db.files.put({ hash, blob: new Blob(['x']), type: 'text/plain', size: 1, state: 'local', at: 0 });
  const file = { id: hub.newId(), name: 'a.txt', type: 'text/plain', size: 1, hash, contentId: null, inline: false, notStored: null };
  await replies(ann, hub, conversationId, 'with a file', [file]);
  for (const fault of ['drop-request', 'drop-response'] as const) {
    expect(await ann.sync({ network: at([2, fault]) })).toBe('offline');
    expect(hub.store.all('outboundMails')).toEqual([]);
  }
  await settle();
  expect(hub.accepted).toHaveLength(1);
});

it('the real wire schemas accept what the simulated wire carries', async () => {
  const { PullResponse, PushResponse, BootstrapResponse } = await import('../../sync/protocol');
  const { hub, ann, conversationId } = await aTeam();
  await replies(ann, hub, conversationId);
  const store = new DexieClientStore(ann.db);
  const { clientId, epoch } = await store.identity();
  const answers = [
    [PushResponse, await hub.push(ann.agentId, { clientId, epoch, mutations: await store.pending(10) })],
    [PullResponse, await hub.pull(ann.agentId, { clientId, epoch, cursors: {} })],
    [BootstrapResponse, await hub.bootstrap(ann.agentId, { clientId, space: `inbox:${hub.support}`, after: null })],
  ] as const;
  for (const [schema, answer] of answers) expect(schema.parse(answer)).toEqual(answer);
});
