import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testedTables } from './tested-tables';

const root = fileURLToPath(new URL('../..', import.meta.url));
const idPattern = /\b(?:[A-Z]{3,4}-\d{1,2}|D\d{1,2})\b/g;
const idsIn = (text: string): string[] => text.match(idPattern) ?? [];

/** Where one requirement is decided, proved and seen: paths from the project's root. */
export interface Trace {
  decided: string[];
  proved: string[];
  seen: string[];
}

/**
 * Reads, for every id, where it is decided (the tables of docs/rules name the file; where they do not, the file whose comment names the id, the
 * rulebook before sync, store, hub and screens), which tests are named after it, and which files of the screens say they show it.
 */
export function traceRequirements(): Map<string, Trace> {
  const files = ['domain', 'sync', 'utils', 'server', 'components', 'entrypoints', 'tests', 'scripts'].flatMap(read);
  const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);
  const traces = new Map<string, Trace>();
  const of = (id: string) => traces.get(id) ?? traces.set(id, { decided: [], proved: [], seen: [] }).get(id);
  const add = (kind: keyof Trace, id: string, path: string) => {
    const paths = of(id)?.[kind];
    if (paths && !paths.includes(path)) paths.push(path);
  };
  for (const table of read('docs/rules'))
    for (const row of table.text.split('\n').filter((line) => line.startsWith('|'))) {
      const cells = row.split('|').map((cell) => cell.trim());
      for (const id of idsIn(cells.at(-3) ?? '')) {
        for (const [, path = ''] of (cells.at(-2) ?? '').matchAll(/`([^`]+)`/g)) add('decided', id, path);
        if (testedTables.includes(table.path)) add('proved', id, table.path);
      }
    }
  for (const { path, text } of files.filter((file) => isTest(file.path)))
    for (const [, name = ''] of text.matchAll(/\b(?:it|test|describe|step|each\([^\n]*\))\s*\(\s*['"`]([^\n]*)/g))
      for (const id of idsIn(name.split(/['"`],/)[0] ?? '')) add('proved', id, path);
  const named = files.filter(({ path }) => !isTest(path) && !/^(tests|scripts)\//.test(path));
  for (const { path, text } of named.filter((file) => /^(components|entrypoints)\/.*\.tsx?$/.test(file.path)))
    for (const id of idsIn(commentsOf(text))) add('seen', id, path);
  const untold = [...new Set(named.flatMap(({ text }) => idsIn(commentsOf(text))))].filter((id) => !of(id)?.decided.length);
  for (const id of untold) {
    const saying = named.filter(({ text }) => idsIn(commentsOf(text)).includes(id)).map(({ path }) => path);
    const folder = saying[0]?.split('/')[0];
    for (const path of saying.filter((one) => one.startsWith(`${folder}/`))) add('decided', id, path);
  }
  return traces;
}

const commentsOf = (text: string) => (text.match(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$/gm) ?? []).join('\n');

function read(folder: string): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|md)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
