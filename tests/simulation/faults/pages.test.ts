import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { aTeam, mailFrom } from '../a-team';
import { Watch } from '../invariants';

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
