import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Cookie } from '@playwright/test';
import * as z from 'zod/mini';
import { putFreshDatabase } from '../../support/pglite-snapshot';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The one line of JSON that `npm run hub -- --json` prints when it is ready. */
export const ReadyLine = z.object({
  url: z.string(),
  smtp: z.object({ host: z.string(), port: z.number() }),
  /** A one-time link: `<url>/join/<token>`. */
  invitation: z.string(),
});
export type ReadyLine = z.infer<typeof ReadyLine>;

export interface HubOptions {
  sample?: boolean;
  /** Settings of the hub, e.g. `SAMTALE_SMTP_URL`, `DATABASE_URL`. */
  env?: Record<string, string>;
  /** The folder it keeps everything in; else one of its own. */
  data?: string;
  /** Its web port; else one the system chooses. */
  port?: number;
}

/** A real hub in a process of its own, on ports the system chose and keeps at a restart, with its data in a temporary folder. */
export class HubProcess {
  /** Cookies of the first sign-in at this hub (`signIn`). */
  webSession: Cookie[] = [];
  private child: ChildProcess | undefined;
  private output = '';
  private ready: ReadyLine | undefined;

  private constructor(
    readonly data: string,
    private readonly options: HubOptions,
  ) {}

  static async start(options: HubOptions = {}): Promise<HubProcess> {
    const hub = new HubProcess(options.data ?? (await mkdtemp(join(tmpdir(), 'samtale-hub-'))), options);
    // What a first start does with nothing at all is the matter of start.spec.ts.
    if (!options.data && !options.env?.DATABASE_URL) await putFreshDatabase(join(hub.data, 'database'));
    await hub.run();
    return hub;
  }

  get url() {
    return this.line.url;
  }
  get smtp() {
    return this.line.smtp;
  }
  get pid() {
    if (this.child?.pid === undefined) throw new Error('the hub is not running');
    return this.child.pid;
  }
  /** Made at every start; signs in once. */
  get invitation() {
    return this.line.invitation;
  }
  /** Everything the process has said, for a failing test. */
  get log() {
    return this.output;
  }

  /** The process is gone between two instructions, as in a power cut. */
  kill = () => this.end('SIGKILL');

  /** Started again on the same data and the same ports. */
  async restart() {
    if (this.child?.exitCode === null && this.child.signalCode === null) await this.end('SIGTERM');
    await this.run();
  }

  /** It ends as it should, and what it kept stays. */
  terminate = () => this.end('SIGTERM');

  async stop() {
    await this.terminate();
    await rm(this.data, { recursive: true, force: true });
  }

  private get line(): ReadyLine {
    if (!this.ready) throw new Error('the hub is not running');
    return this.ready;
  }

  private async run() {
    const port = String(this.options.port ?? (this.ready ? new URL(this.ready.url).port : 0));
    const smtpPort = this.ready ? String(this.ready.smtp.port) : '0';
    const args = ['--import', 'tsx', 'server/main.ts', '--data', this.data, '--port', port, '--smtp-port', smtpPort, '--json'];
    if (this.options.sample) args.push('--sample');
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...this.options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    child.stderr.on('data', (chunk) => {
      this.output += String(chunk);
    });
    this.ready = await new Promise<ReadyLine>((resolve, reject) => {
      child.on('exit', (code, signal) => reject(new Error(`the hub ended (${code ?? signal}) before it was ready:\n${this.output}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        this.output += `${line}\n`;
        if (line.startsWith('{')) resolve(ReadyLine.parse(JSON.parse(line)));
      });
    });
  }

  private async end(signal: NodeJS.Signals) {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }
}
