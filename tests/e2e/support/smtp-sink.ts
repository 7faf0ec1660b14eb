import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { poll } from './poll';

export interface ReceivedMail {
  envelopeFrom: string;
  recipients: string[];
  raw: string;
  mail: Email;
}

/** A real SMTP server that plays the customer's: it keeps what it is given. The hub sends to it by `SAMTALE_SMTP_URL`. */
export class SmtpSink {
  readonly received: ReceivedMail[] = [];
  /** Connections die after DATA was sent and before the answer: whether the mail went is then not known to the sender. */
  dropAfterData = false;
  /** Addresses it knows nobody at. */
  readonly unknown = new Set<string>();
  private readonly server: SMTPServer;
  private readonly sockets = new Set<Socket>();

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, done) =>
        this.unknown.has(address) ? done(Object.assign(new Error('5.1.1 no such user here'), { responseCode: 550 })) : done(),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', async () => {
          const raw = Buffer.concat(chunks);
          const { mailFrom, rcptTo } = session.envelope;
          this.received.push({
            envelopeFrom: mailFrom ? mailFrom.address : '',
            recipients: rcptTo.map((recipient) => recipient.address),
            raw: raw.toString('utf8'),
            mail: await PostalMime.parse(raw),
          });
          if (!this.dropAfterData) return done();
          for (const socket of this.sockets) socket.destroy();
        });
      },
    });
    this.server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  static async start(): Promise<SmtpSink> {
    const sink = new SmtpSink();
    await new Promise<void>((resolve, reject) => {
      sink.server.on('error', reject);
      sink.server.listen(0, '127.0.0.1', () => resolve());
    });
    return sink;
  }

  get url(): string {
    const address = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** The mail to this recipient with this in its text, once it has come. */
  waitFor = (recipient: string, text: string): Promise<ReceivedMail> =>
    // A worker that was stopped may come back with its alarm only, a minute later.
    poll(
      `a mail to ${recipient} with "${text}"`,
      () => this.received.find((mail) => mail.recipients.includes(recipient) && mail.mail.text?.includes(text)),
      75_000,
    );

  close = () => new Promise<void>((resolve) => this.server.close(() => resolve()));
}
