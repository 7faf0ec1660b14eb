import { expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { nameOfNotice, placeOfNotice } from './notice-name';

it('NTF-1 the name of a notification leads to its place, with or without a conversation; other names lead nowhere', () => {
  const one = { connectionId: 'c1', inboxId: id(10), conversationId: id(101), messageId: id(900) };
  const given = { connectionId: 'c1', inboxId: id(10), conversationId: id(101) };
  const many = { connectionId: 'c1', inboxId: id(10) };
  expect(placeOfNotice(nameOfNotice(one))).toEqual(one);
  expect(placeOfNotice(nameOfNotice(given))).toEqual(given);
  expect(placeOfNotice(nameOfNotice(many))).toEqual(many);
  expect(placeOfNotice('an update')).toBeUndefined();
});
