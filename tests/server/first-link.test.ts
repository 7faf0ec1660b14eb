import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { putFreshDatabase } from '../support/pglite-snapshot';
import { HubAgent } from './hub-agent';

// Whole processes start here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let data: string;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'samtale-first-link-'));
  await putFreshDatabase(join(data, 'database'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** One start as a service makes it: no terminal, no `--json`. Used while it runs, then stopped; answers all it printed. */
async function startAsService(use: (said: string) => Promise<unknown> = async () => undefined): Promise<string> {
  const args = ['--import', 'tsx', 'server/main.ts', '--data', data, '--port', '0', '--smtp-port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let said = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('Ctrl-C')) resolve();
    });
  });
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  await Promise.race([ready, ended]);
  try {
    if (child.exitCode === null) await use(said);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
  return said;
}

const linkIn = (said: string) => /http:\S+\/join\/\S+/.exec(said)?.[0];

it('S10 a service prints its link until somebody has signed in, also when its very first start failed, and none from then on', async () => {
  // The key cannot be written: by then the workspace is made.
  mkdirSync(join(data, 'secret'));
  const failed = await startAsService();
  expect(failed).toContain('The hub did not start');
  expect(linkIn(failed)).toBeUndefined();
  rmdirSync(join(data, 'secret'));

  let agent: HubAgent | undefined;
  const unused = linkIn(await startAsService());
  const used = linkIn(
    await startAsService(async (said) => {
      const link = linkIn(said) ?? 'no link';
      agent = await HubAgent.signIn(new URL(link).origin, link);
    }),
  );
  expect(agent).toBeDefined();
  expect(new Set([unused, used, undefined]).size).toBe(3);
  const later = await startAsService();
  expect(later).toContain('ready');
  expect(linkIn(later)).toBeUndefined();
});
