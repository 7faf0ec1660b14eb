import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { root } from '../build/extension-folder';

/** The line of JSON the hub prints when it is ready. */
const ReadyLine = z.object({
  url: z.string(),
  smtp: z.object({ host: z.string(), port: z.number() }),
  invitation: z.string(),
});
export type ReadyLine = z.infer<typeof ReadyLine>;

/** The hub in a process of its own, which ends with this one however this one ends. */
export class HubChild {
  private constructor(
    private readonly child: ChildProcess,
    readonly ready: ReadyLine,
  ) {}

  static async start({ data, port, smtpPort }: { data: string; port: number; smtpPort: number }): Promise<HubChild> {
    const endWithParent = fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url));
    const args = ['--import', 'tsx', '--import', new URL(`file://${endWithParent}`).href, 'scripts/start/development-hub.ts'];
    args.push('--data', data, '--port', String(port), '--smtp-port', String(smtpPort), '--sample', '--json');
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-20_000);
    });
    const ready = await new Promise<ReadyLine>((resolve, reject) => {
      child.once('exit', (code, signal) => reject(new Error(`the hub ended (${code ?? signal}):\n${said}`)));
      if (child.stdout)
        createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('{') && resolve(ReadyLine.parse(JSON.parse(line))));
    });
    child.stderr?.pipe(process.stderr);
    return new HubChild(child, ready);
  }

  onExit(listener: (code: number | null) => void) {
    this.child.once('exit', listener);
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), 8000);
    await gone;
    clearTimeout(late);
  }
}
