import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const named = /^(?:import|export) (?!type )(?:[^;'"]*? from )?'(\.[^']+)';/gm;
const endings = ['', '.ts', '.tsx'];

/**
 * The messages a page's first paint may say, of all there are (`keys`): those its modules name, from `entries` through what they import at once. A name
 * put together at run time (`view_${name}`) brings all that begin so.
 */
export function firstWords(entries: readonly string[], keys: readonly string[]): string[] {
  const code = sourcesFrom(entries);
  const words = new Set(code.match(/[\w-]+/g));
  const beginnings = [...code.matchAll(/`(\w+_)\$\{/g)].map(([, beginning = '']) => beginning);
  const says = (key: string) =>
    words.has(key) || words.has(key.replace(/_(one|other)$/, '')) || beginnings.some((beginning) => key.startsWith(beginning));
  return keys.filter(says);
}

function sourcesFrom(entries: readonly string[]): string {
  const files = new Map<string, string>();
  const waiting = [...entries];
  for (const file of waiting) {
    if (files.has(file)) continue;
    const source = readFileSync(file, 'utf8');
    files.set(file, source);
    for (const [, path = ''] of source.matchAll(named)) waiting.push(...modulesAt(join(dirname(file), path)));
  }
  return [...files.values()].join('\n');
}

const modulesAt = (path: string) => endings.map((ending) => path + ending).filter((file) => /\.tsx?$/.test(file) && existsSync(file));
