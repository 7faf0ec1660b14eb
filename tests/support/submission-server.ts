import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A provider's own mail server: it takes mail over TLS from who signs in. */
export class SubmissionServer {
  readonly received: { from: string; to: string[]; user: string; raw: string }[] = [];
  /** Who may sign in. */
  password = 'secret';
  /** Or with which access token (XOAUTH2). */
  token: string | undefined;
  /** Said instead of yes to a sign-in. */
  refusal: { code: number; words: string } | undefined;
  /** How often somebody tried to. */
  signIns = 0;
  /** The line dies after DATA was sent and before the answer. */
  dropAfterData = false;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: SMTPServer) {}

  static async start(options: { secure: boolean; key: string; cert: string; offersTls?: boolean }): Promise<SubmissionServer> {
    const here: { server?: SubmissionServer } = {};
    const own = () => {
      if (!here.server) throw new Error('not yet');
      return here.server;
    };
    const smtp = new SMTPServer({
      ...options,
      name: 'smtp.example',
      disabledCommands: options.offersTls === false ? ['STARTTLS'] : [],
      // What the client does is under test, so the server lets it do wrong.
      allowInsecureAuth: true,
      disableReverseLookup: true,
      authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
      onAuth: ({ username, password, accessToken }, _session, callback) => {
        const { refusal } = own();
        own().signIns += 1;
        const right = accessToken ? accessToken === own().token : password === own().password;
        if (!refusal && right) return callback(null, { user: username ?? '' });
        return callback(Object.assign(new Error(refusal?.words ?? 'Authentication failed'), { responseCode: refusal?.code ?? 535 }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const to = rcptTo.map(({ address }) => address);
          own().received.push({
            from: mailFrom ? mailFrom.address : '',
            to,
            user: String(session.user ?? ''),
            raw: Buffer.concat(chunks).toString('utf8'),
          });
          if (!own().dropAfterData) return done();
          for (const socket of own().sockets) socket.destroy();
        });
      },
    });
    smtp.on('error', () => undefined);
    const server = new SubmissionServer(smtp);
    here.server = server;
    smtp.server.on('connection', (socket: Socket) => {
      server.sockets.add(socket);
      socket.on('close', () => server.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
    return server;
  }

  get port() {
    return (this.server.server.address() as AddressInfo).port;
  }

  close = () => new Promise<void>((resolve) => this.server.close(() => resolve()));
}
