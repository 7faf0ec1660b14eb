import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const name = '\0html-entities';
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Whoever has the other table already. */
const parser = createRequire(import.meta.url).resolve('htmlparser2');

/** The thread that reads mails holds one table of HTML's named letters, not two: 17 KB of the zipped extension (P16). */
export const oneEntityTable = (): Plugin => ({
  name: 'one-entity-table',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source.endsWith('/html-entities.js') && importer?.includes('postal-mime')) return name;
    return source === 'entities/decode' && importer === name ? this.resolve(source, parser, { skipSelf: true }) : undefined;
  },
  load(id) {
    if (id !== name) return undefined;
    return [
      "import { decodeHTML, decodeHTMLStrict } from 'entities/decode';",
      `import { entityTable } from ${JSON.stringify(join(root, 'utils/mail/entity-table.ts'))};`,
      'export const htmlEntities = entityTable(decodeHTML, decodeHTMLStrict);',
    ].join('\n');
  },
});
