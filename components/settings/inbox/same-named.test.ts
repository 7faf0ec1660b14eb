import { expect, it } from 'vitest';
import { sameNamed } from './same-named';

const inboxes = [
  { id: 'a', name: 'Salg' },
  { id: 'b', name: 'Løn  og økonomi' },
];

it('INB-2 an inbox is called like another whatever the capitals and blanks', () => {
  expect(sameNamed(inboxes, ' salg ')).toBe(true);
  expect(sameNamed(inboxes, 'LØN OG ØKONOMI')).toBe(true);
  expect(sameNamed(inboxes, 'Salg Nord')).toBe(false);
});

it('INB-2 an inbox is not called like itself', () => {
  expect(sameNamed(inboxes, 'Salg', 'a')).toBe(false);
  expect(sameNamed(inboxes, 'Salg', 'b')).toBe(true);
});
