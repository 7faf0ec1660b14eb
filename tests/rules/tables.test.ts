import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testedTables } from '../../scripts/requirements/tested-tables';
import { root } from '../architecture/source-files';
import { play } from './play';
import { readTable } from './read-table';
import type { Step } from './step';

const folder = join(import.meta.dirname, 'steps');
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const steps = (await Promise.all(files.map((name) => import(join(folder, name)) as Promise<{ steps: Step[] }>))).flatMap((file) => file.steps);

/** TKT-4, VIEW-9, D4, X26, K10 … */
const id = /^(?:[A-Z]{3,4}-|[DXK])\d+$/;

for (const page of testedTables) {
  describe(page, () => {
    const rows = readTable(readFileSync(join(root, page), 'utf8'));

    for (const row of rows) {
      const { given, when, then, ids } = row;
      it(`${ids}: ${given ? `given ${given}; ` : ''}when ${when}; then ${then}`, () => play(row, steps));
    }

    it('says of every row by which requirements and in which file it is decided', () => {
      const wrong = rows.filter(({ ids, decidedIn }) => {
        const path = /^`(domain\/[\w/.-]+\.ts)`$/.exec(decidedIn)?.[1];
        return !ids.split(' ').every((one) => id.test(one)) || path === undefined || !existsSync(join(root, path));
      });
      expect(wrong.map(({ line, ids, decidedIn }) => `${page}:${line} ${ids} ${decidedIn}`)).toEqual([]);
    });

    it('says nothing twice', () => {
      const said = rows.map(({ given, when, then }) => `${given} | ${when} | ${then}`);
      expect(said.filter((words, at) => said.indexOf(words) < at)).toEqual([]);
    });
  });
}
