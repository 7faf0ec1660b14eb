import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const imported = /^import \{([^}]*)\} from 'lucide-react';/gm;
const exported = /^export \{ ([^}]*) \} from '\.\/icons\/([\w-]+)\.mjs';/gm;

/**
 * An icon is imported from its own file instead of the library's list of all: through the list every page seems to load each icon any page has, and
 * what pages have in common could not be told (`shared-by-pages.ts`).
 */
export const oneIconEach = (): Plugin => {
  const files = new Map<string, string>();
  return {
    name: 'one-icon-each',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/components\/.*\.tsx?$/.test(id) || !code.includes("'lucide-react'")) return undefined;
      if (files.size === 0) readList(files);
      return { code: code.replace(imported, (_, names: string) => names.split(',').map(oneImport(files)).join('')), map: null };
    },
  };
};

function readList(files: Map<string, string>) {
  const list = createRequire(import.meta.url)
    .resolve('lucide-react')
    .replace('/cjs/lucide-react.js', '/esm/lucide-react.mjs');
  for (const [, names = '', file = ''] of readFileSync(list, 'utf8').matchAll(exported))
    for (const name of names.split(', ')) files.set(name.replace('default as ', ''), file);
}

const oneImport = (files: ReadonlyMap<string, string>) => (named: string) => {
  const [icon = '', as = icon] = named.trim().split(' as ');
  if (icon === '' || icon.startsWith('type ')) return '';
  const file = files.get(icon);
  if (!file) throw new Error(`lucide-react has no icon ${icon}`);
  return `import ${as} from 'lucide-react/icons/${file}';`;
};
