import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { type NamedLetters, packLetters } from '../../utils/mail/named-letters';

const table = '\0named-letters';
const mail = fileURLToPath(new URL('../../utils/mail', import.meta.url));
const from = (file: string) => JSON.stringify(join(mail, file));

/**
 * The thread that reads mails holds one table of HTML's named letters, in the shortest form, not the mail parser's and the HTML parser's:
 * 27 KB of the zipped extension (P16).
 */
export const oneEntityTable = (): Plugin => ({
  name: 'one-entity-table',
  enforce: 'pre',
  resolveId(source, importer) {
    const asked =
      (source.endsWith('/html-entities.js') && importer?.includes('postal-mime')) ||
      (source === 'entities/decode' && importer?.includes('htmlparser2'));
    return asked ? table : undefined;
  },
  async load(id) {
    if (id !== table) return undefined;
    const file = join(dirname(createRequire(import.meta.url).resolve('postal-mime')), '../esm/html-entities.js');
    const { htmlEntities } = (await import(pathToFileURL(file).href)) as { htmlEntities: NamedLetters };
    return [
      `import { unpackLetters } from ${from('named-letters.ts')};`,
      `import { letterDecoder } from ${from('letter-decoder.ts')};`,
      `export const htmlEntities = unpackLetters(${JSON.stringify(packLetters(htmlEntities))});`,
      'export const EntityDecoder = letterDecoder(htmlEntities);',
      'export const fromCodePoint = String.fromCodePoint;',
      'export const DecodingMode = { Legacy: 0, Strict: 1, Attribute: 2 };',
      'export const htmlDecodeTree = undefined, xmlDecodeTree = undefined;',
    ].join('\n');
  },
});
