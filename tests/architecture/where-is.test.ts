import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './source-files';

const guides = readdirSync(join(root, 'docs', 'guides')).map((name) => `docs/guides/${name}`);
const pages = ['README.md', 'docs/where-is.md', 'docs/contributing.md', 'docs/firefox.md', ...guides];

it('every path the pages for people name exists', () => {
  const missing = pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const named = [...text.matchAll(/`((?:domain|sync|utils|components|entrypoints|server|scripts|tests|docs|public|\.ci)\/[\w./*-]*)`/g)];
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => join(page, '..', match[1] ?? ''));
    const paths = [...named.map((match) => match[1] ?? '').filter((path) => !path.includes('*')), ...linked];
    return paths.filter((path) => !existsSync(join(root, path))).map((path) => `${page}: ${path}`);
  });
  expect(missing).toEqual([]);
});
