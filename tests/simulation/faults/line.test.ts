import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { DexieClientStore } from '../../../utils/store/client-store';
import { aTeam, does, mailFrom, replies } from '../a-team';
import { Watch } from '../invariants';
import type { NetworkFault } from '../network';

const at = (...faults: [number, NetworkFault][]) => new Map(faults);

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
  const { PullResponse, PushResponse, BootstrapResponse } = await import('../../../sync/protocol');
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
