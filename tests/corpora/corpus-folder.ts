import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Hard mails other projects collected; beside the checkout, or where `CORPORA` says. Never part of this repository. */
export const corporaFolder = resolve(process.env.CORPORA ?? join(import.meta.dirname, '../../../shared/corpora'));

/** Whether a corpus is here; says loudly when it is not, so that a skipped test is never a quiet one. */
export function hasCorpus(name: string): boolean {
  const here = existsSync(join(corporaFolder, name));
  if (!here) console.warn(`\nCORPUS MISSING: ${name} is not in ${corporaFolder}; its cases were NOT run.\n`);
  return here;
}

/** Every file of a corpus but its papers, as paths relative to it, sorted. */
export function filesOf(name: string): string[] {
  const root = join(corporaFolder, name);
  const walk = (folder: string): string[] =>
    readdirSync(folder).flatMap((entry) => {
      const path = join(folder, entry);
      return statSync(path).isDirectory() ? walk(path) : [relative(root, path)];
    });
  return walk(root)
    .filter((path) => !/^(SOURCE\.md|LICENSE.*)$/.test(path))
    .sort();
}

export const readCase = (name: string, path: string) => new Uint8Array(readFileSync(join(corporaFolder, name, path)));
export const readText = (name: string, path: string) => readFileSync(join(corporaFolder, name, path), 'utf8');

/** The lines of a `cases.jsonl`. */
export const casesOf = <T>(name: string): T[] =>
  readText(name, 'cases.jsonl')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
