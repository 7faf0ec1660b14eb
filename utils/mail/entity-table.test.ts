import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { entityTable } from './entity-table';

const require = createRequire(import.meta.url);
const entities = createRequire(require.resolve('htmlparser2'))('entities/decode') as Record<
  'decodeHTML' | 'decodeHTMLStrict',
  (text: string) => string
>;
const table = entityTable(entities.decodeHTML, entities.decodeHTMLStrict);

it('every named letter the MIME library knows reads the same, and nothing else does', async () => {
  const own = join(dirname(require.resolve('postal-mime')), '../esm/html-entities.js');
  const { htmlEntities } = (await import(pathToFileURL(own).href)) as { htmlEntities: Record<string, string> };
  const names = Object.keys(htmlEntities);
  expect(names.length).toBeGreaterThan(2000);
  expect(names.filter((name) => table[name] !== htmlEntities[name])).toEqual([]);
  for (const name of ['&notit;', '&notit', '&nosuchletter;', '&ampx', '&#65;', 'amp', '', '&']) expect(table[name], name).toBeUndefined();
});
