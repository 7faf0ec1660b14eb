import { expect, it } from 'vitest';
import { allActions, menuActions } from './all-actions';

it('THR-5 each action stands once, and in the menu of a conversation unless it has a button of its own', () => {
  const names = allActions.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  const inMenu = new Set(menuActions.flat());
  expect(allActions.filter((action) => !inMenu.has(action)).map(({ name }) => name)).toEqual(['write-reply', 'write-comment', 'close-ticket']);
});
