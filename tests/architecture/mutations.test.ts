import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations } from '../../domain/mutations';
import { productFiles, root } from './source-files';

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const definitions = productFiles.filter(({ path, text }) => path.startsWith('domain/') && /= defineMutation\(\{/.test(text));

describe('every mutation', () => {
  it('is registered, and everything registered has one file of its name', () => {
    const files = definitions.map(({ path }) => path.split('/').at(-1)).sort();
    expect(files).toEqual(
      Object.keys(mutations)
        .map((name) => `${kebab(name)}.ts`)
        .sort(),
    );
  });

  it('carries the name it is registered under', () => {
    for (const [key, mutation] of Object.entries(mutations)) expect(mutation.name).toBe(key);
  });

  it('has its test beside it', () => {
    const without = definitions.filter(({ path }) => !existsSync(join(root, path.replace(/\.ts$/, '.test.ts'))));
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('stands in docs/where-is.md', () => {
    const page = readFileSync(join(root, 'docs/where-is.md'), 'utf8');
    expect(definitions.filter(({ path }) => !page.includes(path)).map(({ path }) => path)).toEqual([]);
  });
});
