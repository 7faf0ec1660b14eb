import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { poll } from './poll';

const Fault = z.nullable(z.object({ error: z.string(), message: z.string() }));
const Answer = z.tuple([z.literal(1), z.int(), Fault, z.unknown()]);
const Session = z.object({ capabilities: z.object({ webSocketUrl: z.string() }) });
const Value = z.object({ value: z.unknown() });

/** Marionette, Firefox's own protocol below WebDriver: it alone reaches the browser's window, with its toolbar, its keys and its extensions. */
export class FirefoxDriver {
  private sent = 0;
  private heard = Buffer.alloc(0);
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

  private constructor(private readonly socket: Socket) {
    socket.on('data', (data) => this.receive(data));
    socket.once('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('Firefox hung up'));
    });
  }

  /** To the Firefox of a profile whose preferences say `marionette.port: 0`. */
  static async connect(profile: string): Promise<FirefoxDriver> {
    const file = join(profile, 'MarionetteActivePort');
    const port = await poll('Firefox to listen', () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined), 60_000);
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new FirefoxDriver(socket);
  }

  /** Begins the one session there is; answers where it is spoken to by BiDi. */
  async begin(): Promise<string> {
    const { capabilities } = Session.parse(await this.send('WebDriver:NewSession', { webSocketUrl: true }));
    await this.send('Marionette:SetContext', { value: 'chrome' });
    return capabilities.webSocketUrl;
  }

  /** Runs in the browser's own window with all it may; answers what it returns, promises awaited. */
  async inBrowser(script: string): Promise<unknown> {
    const params = { script: `return (async () => { ${script} })()`, args: [], sandbox: 'system' };
    return Value.parse(await this.send('WebDriver:ExecuteScript', params)).value;
  }

  /** A key pressed in the browser's window, as a person presses it. */
  async press(...keys: string[]): Promise<void> {
    const actions = [...keys.map((value) => ({ type: 'keyDown', value })), ...keys.toReversed().map((value) => ({ type: 'keyUp', value }))];
    await this.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  close() {
    this.socket.destroy();
  }

  private send(command: string, params: unknown): Promise<unknown> {
    this.sent += 1;
    const id = this.sent;
    const words = Buffer.from(JSON.stringify([0, id, command, params]));
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.write(Buffer.concat([Buffer.from(`${words.length}:`), words]));
    });
  }

  /** Each message comes with its length before it. */
  private receive(data: Buffer) {
    this.heard = Buffer.concat([this.heard, data]);
    for (;;) {
      const begins = this.heard.indexOf(':') + 1;
      const ends = begins + Number(this.heard.subarray(0, Math.max(0, begins - 1)).toString());
      if (begins === 0 || this.heard.length < ends) return;
      const answer = Answer.safeParse(JSON.parse(this.heard.subarray(begins, ends).toString()));
      this.heard = this.heard.subarray(ends);
      // The first is a greeting.
      if (!answer.success) continue;
      const [, id, fault, result] = answer.data;
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (fault) waiting?.reject(new Error(`${fault.error}: ${fault.message}`));
      else waiting?.resolve(result);
    }
  }
}
