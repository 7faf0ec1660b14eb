import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** Relative to the project, with `/`. */
  path: string;
  text: string;
  /** What it imports: a package's name, or a path relative to the project. */
  imports: string[];
  isTest: boolean;
}

const folders = ['domain', 'sync', 'utils', 'components', 'entrypoints', 'server', 'scripts', 'tests'] as const;

/** Every TypeScript file of the project, read once. */
export const sourceFiles: SourceFile[] = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readSource(relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))),
);

/** Files that ship or serve: no tests, no scripts. */
export const productFiles = sourceFiles.filter(({ path, isTest }) => !isTest && !/^(scripts|tests)\//.test(path));
export const inFolder = (folder: string) => productFiles.filter(({ path }) => path.startsWith(`${folder}/`));

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const code = withoutComments(text);
  const named = [...code.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+|new URL\(\s*)'([^'\n]+)'/g)].map((match) => match[1] ?? '');
  const imports = named.filter((name) => name !== '').map((name) => (name.startsWith('.') ? join(dirname(path), name).replaceAll('\\', '/') : name));
  return { path, text, imports, isTest: /\.test\.tsx?$/.test(path) };
}

/** The code alone: a word in a comment breaks no rule. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}
