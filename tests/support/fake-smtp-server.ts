import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What the server does wrong, from the connection on. */
export interface Behaviour {
  /** Reply to a command; `drop` hangs up without one. */
  /** The largest mail it says it takes. */
  size?: number;
  mail?: string;
  rcpt?: (address: string) => string;
  data?: string;
  /** After the final dot. */
  end?: string;
  /** Hang up when this many bytes of the data have come. */
  cutAfter?: number;
}

export interface Received {
  from: string;
  to: string[];
  raw: string;
}

/** A mail server that takes mail and misbehaves on demand; `received` is what it got whole, whatever it answered. */
export class FakeSmtpServer {
  readonly received: Received[] = [];
  readonly commands: string[] = [];
  connections = 0;
  behaviour: Behaviour = {};
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeSmtpServer> {
    const server = createServer();
    const fake = new FakeSmtpServer(server);
    server.on('connection', (socket) => fake.serve(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url() {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close() {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private serve(socket: Socket) {
    this.connections += 1;
    this.sockets.add(socket);
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    let buffer = '';
    let mail: Received | undefined;
    let inData = false;
    const say = (line: string) => (line === 'drop' ? socket.destroy() : socket.write(`${line}\r\n`));
    say('220 fake.example ESMTP');
    socket.on('data', (chunk: string) => {
      buffer += chunk;
      for (;;) {
        if (inData) {
          const { cutAfter } = this.behaviour;
          if (cutAfter !== undefined && buffer.length >= cutAfter) return socket.destroy();
          const end = buffer.indexOf('\r\n.\r\n');
          if (end < 0) return;
          if (mail) this.received.push({ ...mail, raw: buffer.slice(0, end + 2).replace(/^\.\./gm, '.') });
          buffer = buffer.slice(end + 5);
          inData = false;
          say(this.behaviour.end ?? '250 2.0.0 queued as 42');
          continue;
        }
        const lineEnd = buffer.indexOf('\r\n');
        if (lineEnd < 0) return;
        const line = buffer.slice(0, lineEnd);
        buffer = buffer.slice(lineEnd + 2);
        this.commands.push(line);
        const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
        if (/^(EHLO|HELO)/i.test(line))
          say(`250-fake.example\r\n${this.behaviour.size === undefined ? '' : `250-SIZE ${this.behaviour.size}\r\n`}250-8BITMIME\r\n250 SMTPUTF8`);
        else if (/^MAIL/i.test(line)) {
          mail = { from: address, to: [], raw: '' };
          say(this.behaviour.mail ?? '250 2.1.0 ok');
        } else if (/^RCPT/i.test(line)) {
          const answer = this.behaviour.rcpt?.(address) ?? '250 2.1.5 ok';
          if (answer.startsWith('2')) mail?.to.push(address);
          say(answer);
        } else if (/^DATA/i.test(line)) {
          const answer = this.behaviour.data ?? '354 go on';
          inData = answer.startsWith('354');
          say(answer);
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else say(/^(RSET|NOOP)/i.test(line) ? '250 ok' : '502 5.5.1 not implemented');
      }
    });
  }
}
