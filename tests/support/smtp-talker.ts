import { connect, type Socket } from 'node:net';

/** A client that says exactly what a test tells it to, byte for byte, and waits for whole replies. */
export class SmtpTalker {
  private text = '';
  private closed = false;
  private waiting: (() => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      this.text += chunk;
      this.waiting?.();
    });
    socket.on('close', () => {
      this.closed = true;
      this.waiting?.();
    });
    socket.on('error', () => this.waiting?.());
  }

  static async connect(port: number): Promise<SmtpTalker> {
    const socket = connect(port, '127.0.0.1');
    const talker = new SmtpTalker(socket);
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return talker;
  }

  /** The next whole reply, `250 …` after all its `250-` lines; '' when the server has closed. */
  async reply(): Promise<string> {
    for (;;) {
      const end = /^(?:\d{3}-[^\n]*\n)*\d{3}(?: [^\n]*)?\n/.exec(this.text);
      if (end) {
        this.text = this.text.slice(end[0].length);
        return end[0].trim();
      }
      if (this.closed) return '';
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
      });
    }
  }

  write(bytes: string | Uint8Array): Promise<void> {
    return new Promise((resolve) => this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, () => resolve()));
  }

  async say(line: string): Promise<string> {
    await this.write(`${line}\r\n`);
    return this.reply();
  }

  /** Greeting, EHLO, MAIL, RCPT: ready for DATA. Answers the reply to the last RCPT. */
  async begin(from: string, ...to: string[]): Promise<string> {
    await this.reply();
    await this.say('EHLO client.example');
    let answer = await this.say(`MAIL FROM:<${from}>`);
    for (const address of to) answer = await this.say(`RCPT TO:<${address}>`);
    return answer;
  }

  async data(mail: string | Uint8Array): Promise<string> {
    const ready = await this.say('DATA');
    if (!ready.startsWith('354')) return ready;
    await this.write(mail);
    await this.write('\r\n.\r\n');
    return this.reply();
  }

  async hangUp(): Promise<void> {
    this.socket.destroy();
  }
}
