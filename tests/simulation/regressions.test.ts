import 'fake-indexeddb/auto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { workspaceSpace } from '../../domain/model/ids';
import { aTeam } from './a-team';

// What histories have found, each told out as a story of its own; a seed alone would change with the next mutation.

it('an act while the workspace is being reset is refused, not thrown out of its rule (K13)', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  // Drafts that wait cannot be shown meanwhile, and the store says so.
  const report = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => report.mockRestore());
  const space = workspaceSpace(hub.workspaceId);
  await hub.act('putRecord', { table: 'companies', row: { id: hub.newId(), space, name: 'Firma AS', domain: null } });
  hub.store.prune(space);
  // Stopped after every effect of the pull in turn: after one of them the workspace is gone and not yet back.
  let gone = false;
  for (let killAt = 1; killAt < 26; killAt++) {
    await ann.sync({ killAt });
    gone ||= (await ann.db.agents.count()) === 0;
    const draft = { draftId: hub.newId(), forkId: hub.newId(), conversationId, basedOn: 0 };
    await ann.act('saveDraft', { ...draft, content: { mode: 'reply', to: [], cc: [], bcc: [], html: 'x', attachments: [] } });
  }
  expect(gone).toBe(true);
  await settle();
});
