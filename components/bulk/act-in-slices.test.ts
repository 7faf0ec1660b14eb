import { expect, it } from 'vitest';
import { backOfMany } from '../../utils/store/back-of-many';
import { actInSlices, type Many, slice, slicesOf } from './act-in-slices';

const ids = (count: number) => Array.from({ length: count }, (_, n) => `id-${n}`);
const close = (count: number): Many => ({ act: 'closeConversation', ids: ids(count) });

function way(answers: Partial<Record<number, 'disk-full' | 'already-closed'>> = {}, stopAfter = Number.POSITIVE_INFINITY) {
  const told: string[] = [];
  let acts = 0;
  return {
    told,
    act: async ({ ids: part }: Many) => {
      told.push(`act on ${part.length}`);
      const refused = answers[acts++];
      return refused ? { refused: { refused } } : { uuid: `act-${acts}`, left: [{ id: part[0] ?? '', refusal: { refused: 'in-trash' as const } }] };
    },
    breathe: async () => void told.push('breathes'),
    progress: (done: number) => void told.push(`${done} done`),
    isStopped: () => acts >= stopAfter,
  };
}

it('K20 many are done in slices, and the page is given back between any two', async () => {
  const run = way();
  const came = await actInSlices(slicesOf(close(2 * slice + 7)), run);
  const one = [`act on ${slice}`, `${slice} done`, 'breathes'];
  expect(run.told).toEqual([...one, `act on ${slice}`, `${2 * slice} done`, 'breathes', 'act on 7', `${2 * slice + 7} done`, 'breathes']);
  expect([came.done, came.left.length, came.halted]).toEqual([2 * slice + 4, 3, undefined]);
  const [first, ...rest] = backOfMany(came.acts);
  expect([first, rest.map(({ act, actId, ids: back }) => [act, actId, back.length, back[0]])]).toEqual([
    {
      act: 'undo',
      actId: 'act-3',
      run: expect.any(String),
      ids: ids(2 * slice + 7)
        .slice(-6)
        .reverse(),
    },
    [
      ['undo', 'act-2', slice - 1, `id-${2 * slice - 1}`],
      ['undo', 'act-1', slice - 1, `id-${slice - 1}`],
    ],
  ]);
});

it('LIST-3 stopped, what is done is told and nothing more is begun', async () => {
  const run = way({}, 1);
  const came = await actInSlices(slicesOf(close(3 * slice)), run);
  expect([came.done, came.halted, run.told.filter((line) => line.startsWith('act')).length]).toEqual([slice - 1, 'stopped', 1]);
});

it('LIST-3 F9 a full disk ends it; rows that are all refused do not', async () => {
  const full = await actInSlices(slicesOf(close(3 * slice)), way({ 1: 'disk-full' }));
  expect([full.done, full.halted]).toEqual([slice - 1, { refused: 'disk-full' }]);
  const closed = await actInSlices(slicesOf(close(2 * slice)), way({ 0: 'already-closed' }));
  expect([closed.done, closed.left.length, closed.halted, closed.acts.length]).toEqual([slice - 1, slice + 1, undefined, 1]);
});
