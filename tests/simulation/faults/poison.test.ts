import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { syncOnce } from '../../../sync/engine';
import { Rejected } from '../../../sync/ports';
import { DexieClientStore } from '../../../utils/store/client-store';
import { aTeam, does, replies } from '../a-team';
import { Life } from '../life';
import { sourceOver } from '../network';

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
