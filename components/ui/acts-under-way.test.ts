import { expect, it } from 'vitest';
import { actsUnderWay } from './acts-under-way';

interface Toast {
  words: string;
  undo?: () => void;
}

/** An act that ends when the test says so. */
function stage() {
  const shown: string[] = [];
  const undone: string[] = [];
  const acts = actsUnderWay<Toast>({ show: ({ words }) => shown.push(words), undoNewest: () => undone.push('the newest that has a toast') });
  function begin(words: string, came: 'undoable' | 'done' | 'refused' = 'undoable') {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const over = acts.during(async (say) => {
      await ended;
      if (came !== 'refused') say(came === 'done' ? { words } : { words, undo: () => undone.push(words) });
    });
    return () => {
      end();
      return over;
    };
  }
  return { shown, undone, acts, begin };
}

it('ALL-2 Undo pressed while an act is under way takes back that act, in place of its toast', async () => {
  const { shown, undone, acts, begin } = stage();
  const end = begin('closed');
  expect(acts.takeBackNewest()).toBe(true);
  expect(undone).toEqual([]);
  await end();
  expect({ shown, undone }).toEqual({ shown: [], undone: ['closed'] });
  expect(acts.takeBackNewest()).toBe(false);
});

it('ALL-2 of two under way the one begun last is meant, pressed again the other, and then what has a toast', async () => {
  const { shown, undone, acts, begin } = stage();
  const [endFirst, endLast] = [begin('assigned'), begin('closed')];
  acts.takeBackNewest();
  await endFirst();
  expect(shown).toEqual(['assigned']);
  expect(acts.takeBackNewest()).toBe(false);
  await endLast();
  expect(undone).toEqual(['closed']);
});

it('ALL-2 an act that was refused leaves nothing to take back, and the one before is not taken for it', async () => {
  const { undone, acts, begin } = stage();
  const end = begin('closed', 'refused');
  expect(acts.takeBackNewest()).toBe(true);
  await end();
  expect(undone).toEqual([]);
});

it('ALL-2 Undo pressed while an Undo is under way is for the act before', async () => {
  const { shown, undone, acts, begin } = stage();
  const end = begin('undone', 'done');
  acts.takeBackNewest();
  await end();
  expect({ shown, undone }).toEqual({ shown: ['undone'], undone: ['the newest that has a toast'] });
});

it('ALL-2 an act that failed is under way no more', async () => {
  const { acts } = stage();
  await expect(acts.during(() => Promise.reject(new Error('no room on the disk')))).rejects.toThrow('no room');
  expect(acts.takeBackNewest()).toBe(false);
});
