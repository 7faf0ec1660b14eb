import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';

const script = new URL('./end-with-npm.mjs', import.meta.url).href;
const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A command that goes on for ever, run as people run ours. Its process id, and npm's process. */
async function runByNpm(): Promise<{ npm: ChildProcess; pid: number }> {
  const project = mkdtempSync(join(tmpdir(), 'samtale-npm-'));
  const code = `import { endWithNpm } from ${JSON.stringify(script)};\nendWithNpm();\nsetInterval(() => {}, 1000);\nconsole.log('pid ' + process.pid);\n`;
  writeFileSync(join(project, 'go.mjs'), code);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'go', version: '1.0.0', scripts: { go: 'node go.mjs' } }));
  const npm = spawn('npm', ['run', 'go'], { cwd: project, stdio: ['ignore', 'pipe', 'ignore'] });
  const pid = await new Promise<number>((resolve) => {
    createInterface({ input: npm.stdout }).on('line', (line) => /^pid \d+$/.test(line) && resolve(Number(line.slice(4))));
  });
  onTestFinished(() => {
    if (isThere(pid)) process.kill(pid, 'SIGKILL');
    rmSync(project, { recursive: true, force: true });
  });
  return { npm, pid };
}

it('a command ends when npm is told to end, whose shell tells nobody', async () => {
  const { npm, pid } = await runByNpm();
  npm.kill('SIGTERM');
  await expect.poll(() => isThere(pid), { timeout: 20_000 }).toBe(false);
});
