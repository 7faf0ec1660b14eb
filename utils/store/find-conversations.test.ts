import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { viewKeysOf } from '../../domain/view/views-of';
import { at, conversationRow, id } from '../../tests/support/rows';
import { SamtaleDatabase } from './database';
import { findConversations } from './find-conversations';

const kim = id(700);
const row = (n: number, inbox: number, extra: object) => {
  const conversation = { ...conversationRow(n, inbox), contactId: null, lastInboundAt: at + n, ...extra } as ReturnType<typeof conversationRow>;
  return { ...conversation, version: 1, viewKeys: viewKeysOf(conversation, id(2)) };
};

it('THR-17 D16 finds the contact’s other conversations first, then by subject, name or address those of the inbox, newest first', async () => {
  const db = new SamtaleDatabase(`find-conversations-${Math.random()}`);
  await db.conversations.bulkPut([
    row(100, 10, { contactId: kim, subject: 'Den åbne' }),
    row(101, 10, { contactId: kim, subject: 'Løst bordben' }),
    row(102, 11, { contactId: kim, subject: 'Hos salget' }),
    row(103, 10, { contactId: kim, subject: 'I papirkurven', trashed: { at, by: null } }),
    row(110, 10, { subject: 'Faktura 88190', contactName: 'Åse Holm', contactAddress: 'ase@holm.example' }),
    row(111, 10, { subject: 'Re: (Løse) skruer', contactName: 'Bo', contactAddress: 'bo@skruer.example' }),
    row(112, 10, { subject: 'Lukket faktura', status: 'closed', closedAt: at, closedBy: null }),
    row(113, 11, { subject: 'Faktura hos salget' }),
    row(114, 10, { subject: 'Faktura i spam', spam: { reason: 'marked-by-agent', rule: null, at } }),
    row(115, 10, { subject: '', mergedInto: id(110), contactName: '' }),
    row(116, 10, { subject: 'Faktura sover', snoozed: { until: null, by: id(2) } }),
  ]);
  const found = async (typed: string, limit = 8) =>
    (await findConversations(db, { id: id(100), contactId: kim, inboxId: id(10) }, typed, limit)).map((one) => one.id);
  expect(await found('')).toEqual([id(102), id(101)]);
  expect(await found(' løs')).toEqual([id(101), id(111)]);
  expect(await found('los', 1)).toEqual([id(101)]);
  expect(await found('faktura')).toEqual([id(110), id(116), id(112)]);
  expect(await found('faktura', 2)).toEqual([id(110), id(116)]);
  expect(await found('Åse fak')).toEqual([id(110)]);
  expect(await found('holm.ex')).toEqual([id(110)]);
  expect(await found('salget')).toEqual([id(102)]);
  expect(await found('åbne')).toEqual([]);
  expect(await found('papir')).toEqual([]);
  await db.delete();
});
