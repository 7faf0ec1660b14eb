import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import * as z from 'zod/mini';
import { FirefoxDriver } from './firefox-driver';

const Answer = z.object({
  id: z.nullish(z.int()),
  type: z.string(),
  result: z.optional(z.unknown()),
  error: z.optional(z.string()),
  message: z.optional(z.string()),
});
const Value = z.object({ type: z.string(), value: z.optional(z.unknown()) });
const Evaluated = z.object({
  type: z.string(),
  result: z.optional(Value),
  exceptionDetails: z.optional(z.object({ text: z.string() })),
});
const Tree = z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) });

/** A real Firefox in a fresh profile: its pages driven by WebDriver BiDi, the standard, its own window by what lies below (`driver`). */
export class FirefoxSession {
  private sent = 0;
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

  private constructor(
    private readonly child: ChildProcess,
    private readonly socket: WebSocket,
    private readonly profile: string,
    readonly driver: FirefoxDriver,
  ) {
    socket.on('message', (data) => this.receive(String(data)));
  }

  static async start(program: string, preferences: Record<string, string | boolean | number>): Promise<FirefoxSession> {
    const profile = await mkdtemp(join(tmpdir(), 'samtale-firefox-'));
    const lines = Object.entries({ ...preferences, 'marionette.port': 0 }).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    await writeFile(join(profile, 'user.js'), lines.join('\n'));
    // System access: without it Firefox opens no page of an extension for a driver.
    const args = ['--headless', '--no-remote', '--profile', profile, '--marionette', '--remote-debugging-port', '0', '--remote-allow-system-access'];
    const child = spawn(program, [...args, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } });
    await listening(child);
    const driver = await FirefoxDriver.connect(profile);
    const socket = new WebSocket(await driver.begin());
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const session = new FirefoxSession(child, socket, profile, driver);
    return session;
  }

  send(method: string, params: Record<string, unknown> = {}): Promise<unknown> {
    this.sent += 1;
    const id = this.sent;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  async contexts(): Promise<{ context: string; url: string }[]> {
    return Tree.parse(await this.send('browsingContext.getTree')).contexts;
  }

  /** Value of an expression there; promises are awaited. Only what JSON can say comes back. */
  async evaluate(context: string, expression: string): Promise<unknown> {
    const params = {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    };
    const answer = Evaluated.parse(await this.send('script.evaluate', params));
    if (answer.exceptionDetails) throw new Error(`${answer.exceptionDetails.text}: ${expression}`);
    return JSON.parse(String(answer.result?.value));
  }

  async close() {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.send('browser.close').catch(() => this.child.kill('SIGKILL'));
    await ended;
    this.socket.terminate();
    this.driver.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private receive(text: string) {
    const answer = Answer.parse(JSON.parse(text));
    const waiting = typeof answer.id === 'number' ? this.waiting.get(answer.id) : undefined;
    if (typeof answer.id !== 'number' || !waiting) return;
    this.waiting.delete(answer.id);
    if (answer.type === 'error') waiting.reject(new Error(`${answer.error}: ${answer.message}`));
    else waiting.resolve(answer.result);
  }
}

/** Both ways of driving it are there once this one is. */
function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!child.stderr) return reject(new Error('Firefox has no stderr'));
    const words: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      words.push(line);
      if (line.includes('WebDriver BiDi listening on')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${words.slice(-20).join('\n')}`)));
  });
}
