import { expect, it } from 'vitest';
import { mostShown, withToast } from './toast-stack';

const undo = () => undefined;
const stack = (...toasts: { id: string; undo?: () => void }[]) =>
  toasts.reduce<{ id: string; undo?: () => void }[]>(withToast, []).map(({ id }) => id);

it('X26 an undo stays, however many toasts come after it', () => {
  const told = Array.from({ length: 10 }, (_, n) => ({ id: `tells ${n}` }));
  expect(stack({ id: 'closed', undo }, ...told)).toContain('closed');
  expect(stack(...Array.from({ length: 5 }, (_, n) => ({ id: String(n), undo })))).toEqual(['4', '3', '2', '1', '0']);
});

it('X26 what only tells never pushes out an undo, is seen itself, and leaves when there is no room for it', () => {
  const undos = ['a', 'b', 'c'].map((id) => ({ id, undo }));
  expect(stack(...undos, { id: 'refused' })).toEqual(['refused', 'c', 'b', 'a']);
  expect(stack({ id: 'old' }, ...undos)).toEqual(['c', 'b', 'a']);
  expect(stack(...Array.from({ length: 5 }, (_, n) => ({ id: String(n) })))).toHaveLength(mostShown);
});
