import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Id } from '../../../domain/model/ids';
import { mailLimits } from '../../../utils/mail/mail-limits';
import { splitReplyAddress } from '../../../utils/mail/reply-token';
import type { AcceptedMail, Recipient } from './accept-mail';
import type { Certificate } from './certificate';
import { collectMail, ReceiveBudget, refuseLoop } from './collect-mail';
import type { FindMailChannel } from './ports';
import { SmtpError, tryLater } from './smtp-error';

export interface ListenerHost {
  hostName: string;
  certificate: Certificate;
  findMailChannel: FindMailChannel;
  /** The notice whose bounces come to this address, and where such a report goes (NTF-2). */
  noticeOfBounce(address: string): Id | null;
  takeBounce(noticeId: Id, raw: Uint8Array): Promise<void>;
  /** Keeps the mail for good; 250 is said only when this has returned. */
  accept(mail: AcceptedMail): Promise<void>;
  /** Our own faults, for the administrator. */
  report(fault: unknown): void;
  limits?: Partial<typeof defaults>;
}

const defaults = {
  recipients: 100,
  connections: 100,
  connectionsOfOneAddress: 20,
  /** Silence after which a connection is closed, ms (RFC 5321 4.5.3.2 asks for minutes). */
  silence: 120_000,
  /** Bytes being received at one moment. */
  receiving: 256 * 1024 * 1024,
};

export interface SmtpListener {
  port: number;
  close(): Promise<void>;
}

/**
 * Takes mail for the addresses of our channels and no others: there is no login, so nothing is ever relayed. Lines and the end
 * of data are CR LF only; see docs/decisions/0010-bare-line-feeds.md.
 */
export async function startSmtpListener(host: ListenerHost, listen: { port: number; address: string }): Promise<SmtpListener> {
  const limits = { ...defaults, ...host.limits };
  const budget = new ReceiveBudget(limits.receiving);
  const recipients = new WeakMap<SMTPServerSession, Map<string, Recipient>>();
  const bounces = new WeakMap<SMTPServerSession, Set<Id>>();
  const connections = new Map<string, number>();

  const server = new SMTPServer({
    name: host.hostName,
    banner: 'Samtale',
    key: host.certificate.key,
    cert: host.certificate.cert,
    minVersion: 'TLSv1.2',
    disabledCommands: ['AUTH'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    size: mailLimits.size,
    rejectOversized: true,
    maxClients: limits.connections,
    maxRecipients: limits.recipients,
    socketTimeout: limits.silence,
    closeTimeout: 2_000,

    onConnect(session, callback) {
      const count = (connections.get(session.remoteAddress) ?? 0) + 1;
      if (count > limits.connectionsOfOneAddress) return callback(new SmtpError(421, 'Too many connections from your address'));
      connections.set(session.remoteAddress, count);
      callback();
    },
    onClose({ remoteAddress }) {
      const count = (connections.get(remoteAddress) ?? 1) - 1;
      if (count > 0) connections.set(remoteAddress, count);
      else connections.delete(remoteAddress);
    },
    onMailFrom(_address, session, callback) {
      recipients.set(session, new Map());
      bounces.set(session, new Set());
      callback();
    },
    onRcptTo({ address }, session, callback) {
      const noticeId = host.noticeOfBounce(address);
      // A report has no sender to answer to; anything else there is mail nobody reads.
      if (noticeId !== null && session.envelope.mailFrom && !session.envelope.mailFrom.address) {
        bounces.get(session)?.add(noticeId);
        return callback();
      }
      channelOf(address, host.findMailChannel).then(
        (found) => {
          if (!found) return callback(new SmtpError(550, `<${address}> is not an address of this server: it takes mail only for its own inboxes`));
          recipients.get(session)?.set(address.toLowerCase(), { address, ...found });
          callback();
        },
        (fault: unknown) => {
          host.report(fault);
          callback(tryLater());
        },
      );
    },
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      const known = recipients.get(session);
      const addressed = rcptTo.flatMap(({ address }) => known?.get(address.toLowerCase()) ?? []);
      take(stream, { envelopeFrom: mailFrom ? mailFrom.address : '', recipients: addressed }, bounces.get(session) ?? new Set()).then(
        () => callback(null, 'OK: the mail is kept'),
        (fault: unknown) => {
          if (!(fault instanceof SmtpError)) host.report(fault);
          callback(fault instanceof SmtpError ? fault : tryLater());
        },
      );
    },
  });
  // Clients that hang up, talk nonsense or fail at TLS; the library has answered them.
  server.on('error', (fault: Error) => {
    if (!isOfClient(fault)) host.report(fault);
  });

  async function take(stream: NodeJS.ReadableStream, envelope: Omit<AcceptedMail, 'raw'>, noticeIds: Set<Id>) {
    const raw = await collectMail(stream as import('node:stream').Readable, budget);
    refuseLoop(raw);
    for (const noticeId of noticeIds) await host.takeBounce(noticeId, raw);
    if (envelope.recipients.length > 0) await host.accept({ raw, ...envelope });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(listen.port, listen.address, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** The channel of an address: by itself, without its reply token, or without any other `+detail`. */
async function channelOf(address: string, find: FindMailChannel) {
  const exact = await find(address);
  if (exact) return exact;
  const plain = splitReplyAddress(address).address.replace(/\+[^@]*@/, '@');
  return plain === address ? undefined : find(plain);
}

const isOfClient = (fault: Error) =>
  'remote' in fault || ('code' in fault && /^(ECONNRESET|EPIPE|ETIMEDOUT|ERR_SSL|ERR_TLS|ECONNABORTED|EHOSTUNREACH)/.test(String(fault.code)));
