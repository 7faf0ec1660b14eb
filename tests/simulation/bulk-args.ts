import type { ManyAct } from '../../domain/bulk/act-on-many';
import type { ArgsOf } from '../../domain/mutations';
import type { Sight } from './mutation-args';

const acts: readonly ManyAct[] = [
  'closeConversation',
  'trashConversation',
  'assignConversation',
  'markSpam',
  'markNotSpam',
  'snoozeConversation',
  'reopenConversation',
  'restoreConversation',
];

/** One act on some of the conversations one sees, now and then on one that is nowhere; or some acts of one's own taken back, the last one first. */
export const bulkArgs = {
  async actOnMany(sight: Sight): Promise<ArgsOf<'actOnMany'> | undefined> {
    const { random, now, newId, agentId } = sight;
    const done = await sight.rows('undoEntries');
    if (done.length > 0 && random.chance(0.3)) {
      const last = done.toSorted((a, b) => b.at - a.at).slice(0, random.int(1, 4));
      return { act: 'undo', ids: last.map(({ id }) => id) };
    }
    const rows = (await sight.rows('conversations')).filter(() => random.chance(0.4));
    const ids = [...rows.map(({ id }) => id), ...(random.chance(0.15) ? [newId()] : [])];
    if (ids.length === 0) return undefined;
    return { act: random.pick(acts), ids, ownerId: random.chance(0.3) ? null : agentId, until: now + random.int(1, 30) * 3_600_000 };
  },
};
