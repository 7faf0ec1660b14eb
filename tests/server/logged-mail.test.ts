import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IncomingMail } from '../../domain/mail/incoming-mail';
import type { SeenMail } from '../../domain/mail/seen-mail';
import { rowsOf } from '../../server/db/rows-of';
import { actIn } from '../../server/sync/act-in';
import { applyPush } from '../../server/sync/apply-push';
import type { PushedMutation } from '../../sync/protocol';
import { channelRow, conversationRow, id, messageRow, workspaceId, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';

let hub: TestHub;
let made = 5000;
const newId = () => {
  made += 1;
  return id(made);
};
beforeAll(async () => {
  hub = await startTestHub();
  await hub.commit([write('channels', channelRow(900, 10, 'hello@havnegaard.example'))]);
});
afterAll(() => hub.stop());

const seen = (text: string, extra: Partial<SeenMail> = {}): SeenMail => ({
  ids: { messageId: newId(), contactId: newId() },
  from: { name: 'Ida', address: 'ida@kunde.example' },
  to: [{ name: '', address: 'hello@havnegaard.example' }],
  cc: [],
  subject: 'A question',
  text,
  quotedText: '',
  html: '<p>Hello</p>',
  date: null,
  rfcMessageId: null,
  references: [],
  attachments: [],
  automatic: null,
  own: false,
  seenIn: null,
  refusal: null,
  ...extra,
});
const log = async (agent: number, mail: SeenMail): Promise<unknown> => {
  const args = { inboxId: id(10), newConversationId: newId(), mails: [mail], ticketId: null };
  const mutation = { id: 1, uuid: newId(), name: 'logMail', args, schemaVersion: 1, claimedAt: hub.clock.now } as unknown as PushedMutation;
  const answer = await applyPush(hub.syncHost, id(agent), { clientId: newId(), epoch: null, mutations: [mutation] });
  return typeof answer === 'object' && 'outcomes' in answer && answer.outcomes[0] ? answer.outcomes[0].refused : answer;
};
const mailsSaying = (text: string) =>
  rowsOf<{ rfc: string | null; raw: string | null }>(
    hub.database.db,
    sql`select doc->>'rfcMessageId' as rfc, doc->>'rawHash' as raw from messages where doc->>'text' = ${text} and doc->>'kind' = 'email' and not deleted`,
  );
const receive = (text: string, rfcMessageId: string) => {
  const mail: IncomingMail = {
    ...seen(text, { rfcMessageId, date: hub.clock.now - 1000 }),
    kind: 'email',
    ids: { conversationId: newId(), messageId: newId(), contactId: newId(), eventId: newId() },
    channelId: id(900),
    receivedAt: hub.clock.now,
    rawHash: 'cd'.repeat(32),
    bounceOf: null,
    bulk: false,
    providerConfirmation: false,
    forward: null,
    repliesTo: null,
    unreadable: null,
  };
  const by = { kind: 'system' as const, workspaceId };
  return hub.syncHost.store.transaction('all', (transaction) =>
    actIn(transaction, { name: 'receiveMessage', args: mail, uuid: newId(), at: hub.clock.now, by }),
  );
};

it('ALL-7 X8 a second agent’s log of the same mail is no second message, by its Message-ID or without', async () => {
  const named = { rfcMessageId: '<one@kunde.example>', date: hub.clock.now - 60_000 };
  expect(await log(2, seen('Named', named))).toBeNull();
  expect(await log(3, seen('Named', named))).toBeNull();
  expect(await mailsSaying('Named')).toHaveLength(1);
  expect(await log(2, seen('Not named'))).toBeNull();
  expect(await log(3, seen('Not named'))).toBeNull();
  expect(await mailsSaying('Not named')).toHaveLength(1);
});

it('ALL-7 both at the same moment, and the mail itself with them: one message', async () => {
  await Promise.all([log(2, seen('At once')), log(3, seen('At once')), receive('At once', '<once@kunde.example>')]);
  expect(await mailsSaying('At once')).toEqual([{ rfc: '<once@kunde.example>', raw: 'cd'.repeat(32) }]);
});

it('ALL-7 X8 the mail itself brings its Message-ID to the one that was logged, and is known by it from then on', async () => {
  await log(2, seen('Later'));
  await receive('Later', '<later@kunde.example>');
  await receive('Later', '<later@kunde.example>');
  expect(await mailsSaying('Later')).toEqual([{ rfc: '<later@kunde.example>', raw: 'cd'.repeat(32) }]);
  await receive('Later', '<another@kunde.example>');
  expect(await mailsSaying('Later')).toHaveLength(2);
});

it('S10 K18 a log puts no mail in the place of another inbox’s row, and names no file its agent may not read', async () => {
  const secret = createHash('sha256').update('of agent 4').digest('hex');
  await hub.commit([write('conversations', conversationRow(800, 11)), write('messages', messageRow(801, 11, 800, { text: 'Of the other inbox' }))]);
  expect((await hub.request(4, `/files/${secret}`, { method: 'PUT', body: 'of agent 4' })).status).toBe(201);
  const taken = seen('In its place');
  expect(await log(3, { ...taken, ids: { ...taken.ids, messageId: id(801) } })).toMatchObject({ refused: 'bad-arguments' });
  expect(await mailsSaying('Of the other inbox')).toHaveLength(1);
  const attachment = { id: newId(), name: 'a.txt', type: 'text/plain', size: 10, hash: secret, contentId: null, inline: false, notStored: null };
  expect(await log(3, seen('With a file', { attachments: [attachment] }))).toMatchObject({ stopped: { why: 'attachment-missing', hash: secret } });
  expect([...(await mailsSaying('In its place')), ...(await mailsSaying('With a file'))]).toEqual([]);
});

it('INB-6 K10 who is not in the inbox may not log into it, and nothing of it is told', async () => {
  expect(await log(4, seen('By a stranger'))).toEqual({ refused: 'not-found' });
  expect(await mailsSaying('By a stranger')).toEqual([]);
});
