import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Conversation } from '../../domain/model/conversation';
import type { Message } from '../../domain/model/message';
import { acceptMail } from '../../server/channels/email/accept-mail';
import { IncomingQueue } from '../../server/channels/email/incoming-queue';
import type { MovedMail, MovingMail } from '../../sync/move-protocol';
import { agentRow, channelRow, id, inboxRow, memberRow, workspaceId, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';

let hub: TestHub;
/** Agents 5 and 6 have account access and are in inbox 10; agent 3 is there without, inbox 12 has no channel. */
beforeAll(async () => {
  hub = await startTestHub();
  await hub.commit([
    write('agents', agentRow(5, { accountAccess: true })),
    write('agents', agentRow(6, { accountAccess: true })),
    write('members', memberRow(54, 20, 5)),
    write('members', memberRow(55, 20, 6)),
    write('members', memberRow(56, 20, 3)),
    write('members', memberRow(57, 21, 5)),
    write('inboxes', inboxRow(20)),
    write('inboxes', inboxRow(21)),
    write('members', memberRow(72, 22, 5)),
    write('inboxes', inboxRow(22)),
    // Removed: no mail is put where none is taken any more.
    write('channels', { ...channelRow(58, 21, 'alt@firma.dk'), removed: true }),
    write('channels', { ...channelRow(59, 20, 'gammel@firma.dk'), removed: true }),
    // Disconnected: what says no address of the hub's is not put where no answer leaves.
    write('channels', { ...channelRow(70, 22, 'fra@firma.dk'), mailbox: { importSince: 0, standing: { state: 'signed-out', since: 0 } } }),
    write('channels', channelRow(71, 22, 'til@firma.dk')),
    write('channels', channelRow(60, 20, 'salg@firma.dk')),
    write('channels', channelRow(61, 20, 'ida@firma.dk')),
  ]);
});
afterAll(() => hub.stop());
beforeEach(() => hub.database.query('delete from incoming_mails'));

const inboxId = id(20);
const [laptop, desk] = [id(900), id(901)];
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const eml = (n: number, head: string, body = 'Hej') =>
  Buffer.from(`Message-ID: <${n}@kunde.dk>\r\nDate: ${new Date(Date.UTC(2026, 2, 2, 9, n)).toUTCString()}\r\n${head}\r\n\r\n${body}\r\n`);
const asked = (n: number) => eml(n, `From: Kari <kari@kunde.dk>\r\nTo: ida@firma.dk\r\nSubject: Stole ${n}`);
const answered = (n: number, to: number) =>
  eml(n, `From: Ida <ida@firma.dk>\r\nTo: kari@kunde.dk\r\nSubject: Re: Stole ${to}\r\nIn-Reply-To: <${to}@kunde.dk>`);
const moving = (raw: Uint8Array, over: Partial<MovingMail> = {}): MovingMail => ({
  hash: sha256(raw),
  size: raw.length,
  folder: 'inbox',
  at: Date.UTC(2026, 2, 2, 9),
  address: 'ida@firma.dk',
  cut: false,
  ...over,
});
const bodyOf = (head: unknown, raws: readonly Uint8Array[]) => Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...raws]);

const send = (agent: number, from: string, mails: readonly { raw: Uint8Array; over?: Partial<MovingMail> }[], into = inboxId) =>
  hub.request(agent, '/moves/mails', {
    method: 'POST',
    body: bodyOf(
      { from, inboxId: into, mails: mails.map(({ raw, over }) => moving(raw, over)) },
      mails.map(({ raw }) => raw),
    ),
  });
async function states(agent: number, from: string, raws: readonly Uint8Array[]): Promise<MovedMail[]> {
  const answer = await hub.post(agent, '/moves/state', { from, inboxId, hashes: raws.map(sha256) });
  return ((await answer.json()) as { mails: MovedMail[] }).mails;
}
const said = (mails: readonly MovedMail[]) => mails.map(({ state }) => state);
const rowsIn = async <Row>(table: string) =>
  (await hub.database.query(`select doc from ${table} where not deleted`)).rows.map(({ doc }) => doc as Row);
const messageOf = async (raw: Uint8Array) => (await rowsIn<Message>('messages')).filter(({ rawHash }) => rawHash === sha256(raw));

it('K16 mails become history by the hub’s own reading and rules: ours go out, answers find their thread, the channel is the one of the address', async () => {
  const [first, second] = [asked(1), answered(2, 1)];
  const files = eml(
    3,
    'From: Per <per@kunde.dk>\r\nTo: salg@firma.dk\r\nSubject: Tegning\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b',
    '--b\r\nContent-Type: text/plain\r\n\r\nSe her\r\n--b\r\nContent-Type: text/csv; name=t.csv\r\nContent-Disposition: attachment; filename=t.csv\r\n\r\na;b\r\n--b--',
  );
  const answer = await send(5, laptop, [
    { raw: first },
    { raw: second, over: { folder: 'sent' } },
    { raw: files, over: { address: 'nobody@else.dk' } },
  ]);
  expect(answer.status).toBe(200);
  await hub.processor.nudge();
  const moved = await states(5, laptop, [first, second, files]);
  expect(said(moved)).toEqual(['taken', 'taken', 'taken']);

  const [[question], [reply], [drawing]] = [await messageOf(first), await messageOf(second), await messageOf(files)];
  expect([question?.direction, reply?.direction]).toEqual(['in', 'out']);
  expect(reply?.conversationId).toBe(question?.conversationId);
  expect(moved[1]).toMatchObject({ messageId: reply?.id, conversationId: reply?.conversationId });
  expect(drawing?.attachments).toMatchObject([{ name: 't.csv', size: 4 }]);
  const threads = await rowsIn<Conversation>('conversations');
  const byId = (wanted: string | undefined) => threads.find((thread) => thread.id === wanted);
  // History: our last word closed it, nobody is late for the other, and neither is news.
  expect(byId(question?.conversationId)).toMatchObject({ status: 'closed', closedBy: null, dueAt: null, channelId: id(61) });
  expect(byId(drawing?.conversationId)).toMatchObject({ status: 'open', dueAt: null, channelId: id(60) });
});

it('K16 CHN-2 what names no address of the hub’s is answered by a way that sends, not by a mailbox that is disconnected', async () => {
  const raw = eml(5, 'From: Kari <kari@kunde.dk>\r\nTo: gammel@else.dk\r\nSubject: Hylde');
  expect((await send(5, laptop, [{ raw, over: { address: 'gammel@else.dk' } }], id(22))).status).toBe(200);
  await hub.processor.nudge();
  const [message] = await messageOf(raw);
  const thread = (await rowsIn<Conversation>('conversations')).find((one) => one.id === message?.conversationId);
  expect(thread?.channelId).toBe(id(71));
});

it('K16 sent twice, before and after it was read and after the hub forgot, it is one message and says so each time', async () => {
  const raw = asked(10);
  for (let again = 0; again < 2; again++) expect((await send(5, laptop, [{ raw }, { raw }])).status).toBe(200);
  await hub.processor.nudge();
  const [before] = await states(5, laptop, [raw]);
  expect(said((await (await send(5, laptop, [{ raw }])).json()).mails)).toEqual(['taken']);
  await hub.database.query('delete from incoming_mails');
  expect(said(await states(5, laptop, [raw]))).toEqual(['unknown']);
  await send(5, laptop, [{ raw }]);
  await hub.processor.nudge();
  expect(await states(5, laptop, [raw])).toEqual([before]);
  expect(await messageOf(raw)).toHaveLength(1);
});

it('K16 X8 two agents move the same archive at once, and a mail came by SMTP before: one message each, the second hears that it is known', async () => {
  const raw = asked(20);
  const bySmtp = Buffer.concat([Buffer.from('Received: from mx.kunde.dk\r\n'), asked(21)]);
  const recipients = [{ address: 'ida@firma.dk', channel: channelRow(61, 20, 'ida@firma.dk'), workspaceId }];
  await acceptMail(
    { raw: bySmtp, envelopeFrom: 'kari@kunde.dk', recipients },
    { files: hub.files, queue: new IncomingQueue(hub.database.db), now: () => hub.clock.now },
  );
  await hub.processor.nudge();
  const batch = [{ raw }, { raw: asked(21) }];
  await Promise.all([send(5, laptop, batch), send(6, desk, batch)]);
  await hub.processor.nudge();
  const [mine, hers] = [await states(5, laptop, [raw, asked(21)]), await states(6, desk, [raw, asked(21)])];
  expect([said(mine)[0], said(hers)[0]].sort()).toEqual(['known', 'taken']);
  expect([said(mine)[1], said(hers)[1]]).toEqual(['known', 'known']);
  expect(mine.map((mail) => 'messageId' in mail && mail.messageId)).toEqual(hers.map((mail) => 'messageId' in mail && mail.messageId));
  expect(await messageOf(raw)).toHaveLength(1);
  expect((await rowsIn<Message>('messages')).filter(({ rfcMessageId }) => rfcMessageId === '<21@kunde.dk>')).toHaveLength(1);
});

it('K16 what nobody can read, and a mail of which only the beginning was kept, arrive as unreadable', async () => {
  const beginning = asked(30);
  await send(5, laptop, [{ raw: beginning, over: { cut: true } }]);
  await hub.processor.nudge();
  expect(said(await states(5, laptop, [beginning]))).toEqual(['unreadable']);
  expect((await messageOf(beginning))[0]).toMatchObject({ unreadable: 'too-large' });
  // One a rule keeps no message of is not waited for.
  await hub.database.query('update incoming_mails set became = null');
  expect(said(await states(5, laptop, [beginning]))).toEqual(['left-out']);
});

it('K16 a line cut in the middle of the mails keeps none of them, and the same again goes through', async () => {
  const raw = asked(40);
  const body = bodyOf({ from: laptop, inboxId, mails: [moving(raw), moving(asked(41))] }, [raw, asked(41)]);
  await new Promise<void>((resolve) => {
    const { hostname, port } = new URL(hub.url);
    const line = connect(Number(port), hostname, () => {
      line.write(
        `POST /moves/mails HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer agent-5\r\nContent-Length: ${body.length}\r\n\r\n`,
      );
      line.write(body.subarray(0, body.length - 20), () => line.destroy());
    });
    line.on('close', () => resolve());
  });
  expect(said(await states(5, laptop, [raw]))).toEqual(['unknown']);
  expect((await send(5, laptop, [{ raw }, { raw: asked(41) }])).status).toBe(200);
  await hub.processor.nudge();
  expect(said(await states(5, laptop, [raw, asked(41)]))).toEqual(['taken', 'taken']);
});

it('S31 hostile bodies are refused and leave nothing', async () => {
  const raw = asked(50);
  const head = (mails: unknown[]) => ({ from: laptop, inboxId, mails });
  const post = async (body: Uint8Array<ArrayBuffer>) => (await hub.request(5, '/moves/mails', { method: 'POST', body })).status;
  expect(await post(Buffer.alloc(0))).toBe(400);
  expect(await post(Buffer.from('x'.repeat(70_000)))).toBe(400);
  expect(await post(Buffer.from('{"from":1}\n'))).toBe(400);
  expect(await post(bodyOf(head([moving(raw)]), []))).toBe(400);
  expect(await post(bodyOf(head([moving(raw)]), [raw, raw]))).toBe(400);
  expect(await post(bodyOf(head([moving(raw, { size: -1 })]), [raw]))).toBe(400);
  expect(await post(bodyOf(head([moving(raw, { size: 2 ** 52 })]), [raw]))).toBe(400);
  expect(await post(bodyOf(head([moving(raw, { hash: sha256(asked(51)) })]), [raw]))).toBe(400);
  expect(
    await post(
      bodyOf(
        head(Array.from({ length: 21 }, () => moving(raw))),
        Array.from({ length: 21 }, () => raw),
      ),
    ),
  ).toBe(400);
  expect(await post(Buffer.alloc(41 * 1024 * 1024))).toBe(413);
  expect(said(await states(5, laptop, [raw]))).toEqual(['unknown']);
});

it('INB-4 INB-6 a member without account access hears that; whoever is not in the inbox hears of none; an inbox without an address says so', async () => {
  const raw = asked(60);
  const refusal = async (agent: number, into: string) => {
    const answer = await send(agent, laptop, [{ raw }], into);
    return [answer.status, ((await answer.json()) as { error?: string }).error];
  };
  expect(await refusal(3, inboxId)).toEqual([403, 'not-allowed']);
  expect(await refusal(6, id(21))).toEqual([404, 'not-found']);
  expect(await refusal(5, id(21))).toEqual([409, 'no-mail-channel']);
  expect((await hub.request(null, '/moves/mails', { method: 'POST', body: raw })).status).toBe(401);
  expect((await hub.post(3, '/moves/state', { from: laptop, inboxId, hashes: [] })).status).toBe(403);
  expect(await messageOf(raw)).toHaveLength(0);
});
