import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withPlaces } from './short-icon-keys';

it('P16 the parts of an icon are known by their places, and nothing else of it changes', () => {
  const list = createRequire(import.meta.url)
    .resolve('lucide-react')
    .replace('/cjs/lucide-react.js', '/esm');
  const code = readFileSync(join(list, 'icons/merge.mjs'), 'utf8');
  const short = withPlaces(code);
  expect([...short.matchAll(/key: "(\w+)"/g)].map(([, key]) => key)).toEqual(['0', '1', '2']);
  expect(short.replaceAll(/key: "\w+"/g, '')).toBe(code.replaceAll(/key: "\w+"/g, ''));
});
