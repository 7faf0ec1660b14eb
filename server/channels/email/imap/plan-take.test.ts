import { expect, it } from 'vitest';
import { firstOf, inOrder, type ListedMail, uidSet } from './plan-take';

const mail = (folder: 'inbox' | 'sent', uid: number, at: number, size = 10): ListedMail => ({ folder, uid, at, size });

it('an answer comes after what it answers, and each folder goes by UID even where dates do not', () => {
  const order = inOrder([
    [mail('inbox', 1, 100), mail('inbox', 3, 50), mail('inbox', 2, 300)],
    [mail('sent', 9, 200), mail('sent', 8, 150)],
  ]);
  expect(order.map(({ folder, uid }) => `${folder} ${uid}`)).toEqual(['inbox 1', 'sent 8', 'sent 9', 'inbox 2', 'inbox 3']);
});

it('a chunk ends at its number or its bytes, and holds one mail however large', () => {
  const mails = [mail('inbox', 1, 1, 60), mail('inbox', 2, 2, 60), mail('inbox', 3, 3, 1)];
  expect(firstOf(mails, { mails: 2, bytes: 1000 })).toHaveLength(2);
  expect(firstOf(mails, { mails: 9, bytes: 100 })).toHaveLength(1);
  expect(firstOf(mails, { mails: 9, bytes: 1 })).toHaveLength(1);
});

it('UIDs are written as ranges', () => {
  expect(uidSet([5, 1, 2, 3, 9, 8])).toBe('1:3,5,8:9');
  expect(uidSet([7])).toBe('7');
});
