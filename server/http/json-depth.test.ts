import { expect, it } from 'vitest';
import { jsonDepth } from './json-depth';

it.each([
  ['1', 0],
  ['{"a":[1,{"b":2}],"c":[]}', 3],
  ['"[[[{"', 0],
  ['"\\"[["', 0],
  ['['.repeat(5000), 5000],
])('depth of %s', (text, depth) => expect(jsonDepth(text)).toBe(depth));
