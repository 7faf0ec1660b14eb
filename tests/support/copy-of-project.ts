import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the project as it would be cloned, with the packages that are here already. What is built or run in it disturbs nobody. */
export function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'samtale-copy-'));
  const left = /^(node_modules|\.git|\.output|\.samtale|\.wxt|test-results|tests|docs)$/;
  cpSync(root, copy, { recursive: true, filter: (source) => source === root || !left.test(source.slice(root.length).split(/[\\/]/)[0] ?? '') });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}
