import { expect, it } from 'vitest';
import { productFiles, type SourceFile } from './source-files';

const byPath = new Map(productFiles.map((file) => [file.path, file]));
const found = (name: string): SourceFile | undefined =>
  ['', '.ts', '.tsx'].map((ending) => byPath.get(name + ending)).find((file) => file !== undefined);

/** Every package a file brings along, itself or by way of what it imports. */
function packagesOf(start: SourceFile): Set<string> {
  const [seen, packages, open] = [new Set([start]), new Set<string>(), [start]];
  for (let file = open.pop(); file; file = open.pop()) {
    for (const name of file.imports) {
      const next = found(name);
      if (!next) packages.add(name);
      else if (!seen.has(next)) open.push(next);
      if (next) seen.add(next);
    }
  }
  return packages;
}

/** What the browser loads first: `entrypoints/<name>.ts`, or `index` or `main` in a folder of that name. */
const entrypoints = productFiles.filter(({ path }) => /^entrypoints\/(?:[^/]+|[^/]+\/(?:index|main))\.tsx?$/.test(path));

it('every entrypoint that brings zod along imports no-eval first: zod would try new Function with its first schema', () => {
  const withZod = entrypoints.filter((file) => packagesOf(file).has('zod/mini'));
  expect(withZod.map(({ path }) => path)).toEqual(expect.arrayContaining(['entrypoints/background/index.ts', 'entrypoints/sidepanel/main.tsx']));
  expect(withZod.filter(({ imports }) => imports[0] !== 'utils/browser/no-eval').map(({ path }) => path)).toEqual([]);
});
