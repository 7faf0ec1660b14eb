import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What one command is answered with: lines, `{tag}` filled in; `drop` hangs up, `silence` says nothing. */
export type ImapAnswer = string[] | 'drop' | 'silence';

/** An IMAP server in the clear that says what a test wants it to; everything else it answers as a patient, empty one would. */
export class FakeImapServer {
  readonly commands: string[] = [];
  greeting: ImapAnswer = ['* OK [CAPABILITY IMAP4rev1 IDLE] ready'];
  /** By the command's first word, or the two words after UID. */
  answers: Record<string, (line: string) => ImapAnswer | undefined> = {};
  connections = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeImapServer> {
    const server = createServer();
    const fake = new FakeImapServer(server);
    server.on('connection', (socket) => fake.serve(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get port() {
    return (this.server.address() as AddressInfo).port;
  }

  async close() {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private serve(socket: Socket) {
    this.connections += 1;
    this.sockets.add(socket);
    socket.setEncoding('latin1');
    socket.on('error', () => socket.destroy());
    const say = (answer: ImapAnswer, tag = '') => {
      if (answer === 'drop') return void socket.destroy();
      if (answer !== 'silence') socket.write(answer.map((line) => `${line.replaceAll('{tag}', tag)}\r\n`).join(''));
    };
    say(this.greeting);
    let rest = '';
    let idleTag = '';
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        this.commands.push(line);
        const [tag = '', first = '', second = ''] = line.split(' ');
        if (tag === 'DONE') {
          socket.write(`${idleTag} OK idle ended\r\n`);
          continue;
        }
        const name = first.toUpperCase() === 'UID' ? `UID ${second.toUpperCase()}` : first.toUpperCase();
        if (name === 'IDLE') idleTag = tag;
        say(this.answers[name]?.(line) ?? usual[name] ?? ['{tag} OK done'], tag);
      }
    });
  }
}

const usual: Record<string, ImapAnswer> = {
  CAPABILITY: ['* CAPABILITY IMAP4rev1 IDLE', '{tag} OK done'],
  LIST: ['* LIST () "/" INBOX', '{tag} OK done'],
  NAMESPACE: ['* NAMESPACE (("" "/")) NIL NIL', '{tag} OK done'],
  EXAMINE: ['* FLAGS ()', '* 0 EXISTS', '* OK [UIDVALIDITY 7] ok', '* OK [UIDNEXT 1] ok', '{tag} OK [READ-ONLY] done'],
  IDLE: ['+ idling'],
  'UID SEARCH': ['* SEARCH', '{tag} OK done'],
};
