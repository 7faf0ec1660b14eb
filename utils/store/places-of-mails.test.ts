import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../domain/model/message';
import { conversationRow, id, messageRow } from '../../tests/support/rows';
import { digestOfMail } from '../webmail/digest-of-mail';
import type { ShownMail } from '../webmail/shown-mail';
import { SamtaleDatabase } from './database';
import { placesOfMails } from './places-of-mails';

const kim = id(700);
const sentAt = new Date(2026, 10, 13, 8, 55, 20).getTime();
const words = 'Hello Ada, could you confirm delivery on 20 November? Best, Kim';
const shown: ShownMail = {
  provider: 'gmail',
  who: { address: 'Kim@kunde.example', name: 'Kim' },
  received: true,
  digest: digestOfMail('Invoice 4711', words) ?? '',
  shownDate: 'Nov 13, 2026, 8:55 AM',
  seenIn: null,
};

let db: SamtaleDatabase;
beforeEach(() => {
  db = new SamtaleDatabase(`places-of-mails-${Math.random()}`);
});
afterEach(() => db.delete());

const fromKim = { kind: 'contact', contactId: kim, name: 'Kim', address: 'kim@kunde.example' } as const;

/** A conversation of Kim's with one mail in it, as it is on this device. */
async function have(n: number, message: Partial<Message> = {}, conversation: object = {}) {
  await db.contacts.put({ id: kim, emails: ['kim@kunde.example'], name: 'Kim', version: 1 } as never);
  await db.conversations.put({ ...conversationRow(n, 10), contactId: kim, version: 1, viewKeys: [], ...conversation } as never);
  const mail = { author: fromKim, subject: 'SV: Invoice 4711', text: words, receivedAt: sentAt, ...message };
  await db.threads.put({ conversationId: id(n), n: 0, messages: [{ ...messageRow(n + 500, 10, n, mail), version: 1 }], size: 1, more: false });
}
const found = async (mail: Partial<ShownMail> = {}) => (await placesOfMails(db, [{ ...shown, ...mail }]))[0]?.conversation?.id;

describe('X8 X9 the conversation an open mail lies in', () => {
  it('by who wrote it, its subject, first words and time', async () => {
    await have(100);
    await have(101, { text: 'Something else' });
    expect(await found()).toBe(id(100));
  });
  it('also when it came a minute after it was sent, and with its quote in a place of its own', async () => {
    await have(100, { receivedAt: sentAt + 3_600_000, claimedAt: sentAt - 60_000, text: words.slice(0, 30), quotedText: words.slice(30) });
    expect(await found()).toBe(id(100));
  });
  it('SUR-5 one that was logged without its date, by all else', async () => {
    await have(100, { receivedAt: sentAt + 86_400_000, claimedAt: null, logged: { by: id(2), at: sentAt + 86_400_000 } });
    expect(await found()).toBe(id(100));
    await have(101, { claimedAt: sentAt, logged: { by: id(2), at: sentAt } });
    expect(await found()).toBeUndefined();
  });
  it('what the agent wrote to them is found by them, and is not taken for theirs', async () => {
    await have(100, { direction: 'out', author: { kind: 'agent', agentId: id(2) } });
    expect(await found()).toBeUndefined();
    expect(await found({ received: false })).toBe(id(100));
  });
  it.each([
    ['of another sender', { who: { address: 'bo@kunde.example', name: 'Kim' } }],
    ['with another subject or other words', { digest: digestOfMail('Invoice 4712', words) }],
    ['of another minute', { shownDate: 'Nov 13, 2026, 8:59 AM' }],
    ['of another day', { shownDate: 'Nov 14, 2026, 8:55 AM' }],
  ])('a mail %s is not it', async (_, other) => {
    await have(100);
    expect(await found(other as Partial<ShownMail>)).toBeUndefined();
  });
  it('two that could be meant are none', async () => {
    await have(100);
    await have(101);
    expect(await found()).toBeUndefined();
  });
  it('what lies in spam or trash, and a comment that says the same, is not it', async () => {
    await have(100, {}, { spam: { reason: 'marked-by-agent', rule: null, at: 1 } });
    await have(101, {}, { trashed: { at: 1, by: null } });
    await have(102, { kind: 'comment', direction: 'internal' });
    expect(await found()).toBeUndefined();
  });
  const inGmail = { provider: 'gmail', account: 'ada@kunde.example', thread: 't1', message: 'm1' } as const;
  it('X8 by the id of the mailbox it was logged out of, whatever else differs', async () => {
    await have(100, { seenIn: [inGmail], logged: { by: id(2), at: sentAt }, claimedAt: null, text: 'Laid out otherwise' });
    await have(101);
    expect(await found({ seenIn: inGmail })).toBe(id(100));
  });
  it.each([
    ['another mail', { ...inGmail, message: 'm2' }],
    ['another thread', { ...inGmail, message: null, thread: 't2' }],
  ])('X8 what that mailbox has as %s is not it, though it says the same', async (_, seenIn) => {
    await have(100, { seenIn: [inGmail], logged: { by: id(2), at: sentAt }, claimedAt: null });
    expect(await found({ seenIn })).toBeUndefined();
    // In another mailbox its ids say nothing.
    expect(await found({ seenIn: { ...seenIn, account: 'bo@kunde.example' } })).toBe(id(100));
  });
  it('of one whose contact was taken off, by the address it came from', async () => {
    await have(100, {}, { contactId: null, contactAddress: 'kim@kunde.example' });
    expect(await found()).toBe(id(100));
  });
});
