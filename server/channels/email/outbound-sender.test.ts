import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { until } from '../../../tests/server/until';
import { FakeSmtpServer } from '../../../tests/support/fake-smtp-server';
import { messageRow, outboundRow, workspaceId } from '../../../tests/support/rows';
import { OutboundSender } from './outbound-sender';
import type { ClaimedMail, OutboundQueue } from './ports';
import { afterHandOver } from './send-outbound-mail';
import { smtpTransport } from './smtp-transport';

/** The queue's rules in memory: what is claimed is claimed until it is settled or put back. */
class MemoryQueue implements OutboundQueue {
  readonly settled: { id: string; state: string; text: string }[] = [];
  readonly retries: { id: string; at: number; words: string }[] = [];
  private readonly waiting: { claimed: ClaimedMail; at: number }[];

  constructor(mails: ClaimedMail['mail'][]) {
    this.waiting = mails.map((mail) => ({ claimed: { mail, workspaceId, attempt: 0 }, at: 0 }));
  }
  async claim(now: number) {
    const at = this.waiting.findIndex((one) => one.at <= now);
    const [next] = at < 0 ? [] : this.waiting.splice(at, 1);
    return next && { ...next.claimed, attempt: next.claimed.attempt + 1 };
  }
  async nextDue() {
    return this.waiting.length > 0 ? Math.min(...this.waiting.map(({ at }) => at)) : undefined;
  }
  async retryAt(claimed: ClaimedMail, at: number, words: string) {
    this.retries.push({ id: claimed.mail.id, at, words });
    this.waiting.push({ claimed, at });
  }
  putOff = (claimed: ClaimedMail, at: number, words: string) => this.retryAt(claimed, at, words);
  hold(until: number) {
    for (const one of this.waiting) one.at = until;
  }
  async settle({ mail: { id } }: ClaimedMail, { state, text }: { state: 'sent' | 'failed' | 'unknown'; text: string }) {
    this.settled.push({ id, state, text });
  }
}

const mail = outboundRow(1, 10, 2, 3);
const message = messageRow(3, 10, 2, { direction: 'out', to: [{ name: 'Bo', address: 'bo@kunde.dk' }], text: 'Hej Bo' });
const sign = (text: string) => createHmac('sha256', 'key').update(text).digest();

async function withServer(run: (server: FakeSmtpServer) => Promise<void>) {
  const server = await FakeSmtpServer.start();
  try {
    await run(server);
  } finally {
    await server.close();
  }
}

function senderFor(
  server: FakeSmtpServer,
  queue: MemoryQueue,
  clock = { now: 0 },
  extra: Partial<ConstructorParameters<typeof OutboundSender>[0]> = {},
) {
  return new OutboundSender(
    {
      queue,
      transport: smtpTransport(server.url, 'hub.example'),
      files: { put: async () => undefined, putAll: async () => undefined, find: async () => undefined },
      readMessage: async () => ({ message, html: '<p>Hej Bo</p>' }),
      sign,
      now: () => clock.now,
      report: () => undefined,
      ...extra,
    },
    3_600_000,
  );
}

it('sends what is queued, once, with the fixed Message-ID', () =>
  withServer(async (server) => {
    const queue = new MemoryQueue([mail]);
    const sender = senderFor(server, queue);
    await Promise.all([sender.nudge(), sender.nudge()]);
    await sender.nudge();
    expect(queue.settled).toEqual([{ id: mail.id, state: 'sent', text: '250 2.0.0 queued as 42' }]);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.raw).toContain(`Message-ID: ${mail.rfcMessageId}`);
    await sender.close();
  }));

it('F8 I2 a server that drops after the data: unknown, never sent again, the next mail goes', () =>
  withServer(async (server) => {
    const second = { ...outboundRow(4, 10, 2, 3) };
    const queue = new MemoryQueue([mail, second]);
    const clock = { now: 0 };
    server.behaviour = { end: 'drop' };
    const transport = smtpTransport(server.url, 'hub.example');
    const sender = senderFor(server, queue, clock, {
      transport: async (envelope) => {
        const handedOver = await transport(envelope);
        server.behaviour = {};
        return handedOver;
      },
    });
    await sender.nudge();
    clock.now += 7 * 24 * 3_600_000;
    await sender.nudge();
    expect(queue.settled.map(({ id, state }) => [id, state])).toEqual([
      [mail.id, 'unknown'],
      [second.id, 'sent'],
    ]);
    for (const { rfcMessageId } of [mail, second]) expect(server.received.filter(({ raw }) => raw.includes(rfcMessageId))).toHaveLength(1);
    await sender.close();
  }));

it('a 4xx is tried again later under the same Message-ID', () =>
  withServer(async (server) => {
    const queue = new MemoryQueue([mail]);
    const clock = { now: 0 };
    const sender = senderFor(server, queue, clock);
    server.behaviour = { rcpt: () => '450 4.2.0 greylisted' };
    await sender.nudge();
    expect(queue.retries).toEqual([{ id: mail.id, at: 60_000, words: '450 4.2.0 greylisted' }]);
    server.behaviour = {};
    await sender.nudge();
    expect(server.received).toHaveLength(0);
    clock.now = 60_000;
    await sender.nudge();
    expect(server.received).toHaveLength(1);
    expect(queue.settled.map(({ state }) => state)).toEqual(['sent']);
    await sender.close();
  }));

it("gives up after a bounded number of tries, in the server's words", () => {
  const again = { result: 'retry' as const, text: '451 4.3.0 try later' };
  const tries = Array.from({ length: 12 }, (_, i) => afterHandOver(again, i + 1, 0));
  expect(tries.slice(0, 11).every((next) => 'retryAt' in next)).toBe(true);
  expect(tries[11]).toEqual({ state: 'failed', text: '451 4.3.0 try later' });
});

it('S23 an address libraries disagree about is refused before anything is sent', () =>
  withServer(async (server) => {
    const queue = new MemoryQueue([{ ...mail, recipients: ['"bo@evil.example x"@kunde.dk'] }]);
    await senderFor(server, queue).nudge();
    expect(queue.settled).toEqual([{ id: mail.id, state: 'failed', text: 'address-not-sendable "bo@evil.example x"@kunde.dk' }]);
    expect(server.connections).toBe(0);
  }));

it('F24 a reply waits for its attachment, and never leaves without it', () =>
  withServer(async (server) => {
    const file = {
      id: mail.id,
      name: 'a.pdf',
      type: 'application/pdf',
      size: 1,
      hash: 'a'.repeat(64),
      contentId: null,
      inline: false,
      notStored: null,
    };
    const queue = new MemoryQueue([mail]);
    await senderFor(server, queue, { now: 0 }, { readMessage: async () => ({ message: { ...message, attachments: [file] }, html: null }) }).nudge();
    expect(queue.retries.map(({ words }) => words)).toEqual(['attachment-missing']);
    expect(server.connections).toBe(0);
  }));

it('I12 a mail that cannot be put together is put aside, the next one goes', () =>
  withServer(async (server) => {
    const second = outboundRow(4, 10, 2, 3);
    const queue = new MemoryQueue([mail, second]);
    const reports: string[] = [];
    const sender = senderFor(
      server,
      queue,
      { now: 0 },
      {
        readMessage: async ({ id }) => {
          if (id === mail.id) throw new Error('its row is broken');
          return { message, html: null };
        },
        report: (problem) => reports.push(problem),
      },
    );
    await sender.nudge();
    expect(queue.retries).toHaveLength(1);
    expect(queue.settled.map(({ id }) => id)).toEqual([second.id]);
    expect(reports[0]).toContain('its row is broken');
  }));

it('X11 a mail that is held leaves when its time has come, without waiting for the next look', () =>
  withServer(async (server) => {
    const queue = new MemoryQueue([mail]);
    const end = Date.now() + 200;
    queue.hold(end);
    const sender = senderFor(server, queue, undefined, { now: Date.now });
    await sender.nudge();
    expect(server.received).toHaveLength(0);
    await until(() => queue.settled.length > 0, 'the held mail sent');
    expect(Date.now()).toBeGreaterThanOrEqual(end);
    expect(server.received).toHaveLength(1);
    await sender.close();
  }));
