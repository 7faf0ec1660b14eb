import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations } from '../../domain/mutations';
import { productFiles, root } from './source-files';

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const definitions = productFiles.filter(({ path, text }) => path.startsWith('domain/') && /= defineMutation\(\{/.test(text));

/** TKT-4, VIEW-9, D4, X8, K10, I2, S30, F22 … */
const proves = /^(?:[A-Z]{3,4}-|[DXKISEFG])\d+\b/;

/** Name and text of each test in the file beside a rule. */
const testsBeside = (path: string) => {
  const text = readFileSync(join(root, path.replace(/\.ts$/, '.test.ts')), 'utf8');
  const starts = [...text.matchAll(/(?:\bit|\]\)|\] as const\))\(\s*'([^'\n]+)'/g)];
  return starts.map(({ 1: name = '', index }, at) => ({ name, body: text.slice(index, starts[at + 1]?.index) }));
};

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

  it('has tests whose names begin with the requirements and decisions they prove', () => {
    const wrong = definitions.flatMap(({ path }) => {
      const names = testsBeside(path).map(({ name }) => name);
      return names.length === 0 ? [`${path}: no test`] : names.filter((name) => !proves.test(name)).map((name) => `${path}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has a test of who may not', () => {
    const refuses = ({ name, body }: { name: string; body: string }) => /\bmay not\b/.test(name) && /'not-(allowed|found)'/.test(body);
    expect(definitions.filter(({ path }) => !testsBeside(path).some(refuses)).map(({ path }) => path)).toEqual([]);
  });

  it('stands in docs/where-is.md', () => {
    const page = readFileSync(join(root, 'docs/where-is.md'), 'utf8');
    expect(definitions.filter(({ path }) => !page.includes(path)).map(({ path }) => path)).toEqual([]);
  });
});
