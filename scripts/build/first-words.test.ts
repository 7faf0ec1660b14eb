import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstWords } from './first-words';

let folder: string;
const file = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));
const wordsOf = (...keys: string[]) => firstWords([join(folder, 'main.tsx')], keys);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-words-'));
  file(
    'main.tsx',
    "import './effect';",
    "import {\n  List,\n} from './list';",
    "import type { Model } from './model';",
    "const load = () => import('./thread');",
  );
  file('effect.ts', "export { other } from './other';");
  file('other.ts', "export const other = 'effectTitle';");
  file(
    'list.tsx',
    "import { main } from './main';",
    `export const List = () => t('listEmpty') + plural('rows', 2) + t(\`view_\${name}\`) + t('not-here');`,
  );
  file('model.ts', "export const name = 'modelName';");
  file('thread.tsx', "export const title = () => t('threadTitle');");
});
afterAll(() => rmSync(folder, { recursive: true }));

it('P9 what the modules of a first paint name is a first word, with both forms of a plural', () => {
  expect(wordsOf('effectTitle', 'listEmpty', 'rows_one', 'rows_other', 'not-here')).toEqual([
    'effectTitle',
    'listEmpty',
    'rows_one',
    'rows_other',
    'not-here',
  ]);
});

it('P9 a name put together brings its whole family', () => {
  expect(wordsOf('view_mine', 'view_open', 'viewOf')).toEqual(['view_mine', 'view_open']);
});

it('P9 what comes later, or as a type alone, is not read', () => {
  expect(wordsOf('threadTitle', 'modelName')).toEqual([]);
});
