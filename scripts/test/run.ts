import { spawn } from 'node:child_process';
import type { StageOptions } from './result';

/** Runs one of node's own programs of `node_modules` with its output shown; answers its exit code. */
export function runNode(script: string, args: string[], { root, env }: Pick<StageOptions, 'root' | 'env'>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
