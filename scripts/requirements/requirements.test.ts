import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { requirements } from './requirements';
import { requirementsPage } from './requirements-page';
import { traceRequirements } from './trace';

const root = fileURLToPath(new URL('../..', import.meta.url));
const traces = traceRequirements();

it('docs/requirements.md is as `npm run fix` writes it', () => {
  expect(readFileSync(`${root}docs/requirements.md`, 'utf8')).toBe(requirementsPage(traces));
});

it('every file a rule’s table names exists', () => {
  const named = [...traces.values()].flatMap(({ decided }) => decided);
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
});

it('no test, table or comment names a requirement that is none', () => {
  const kindOf = (id: string) => id.replace(/\d+$/, '');
  const kinds = new Set(Object.keys(requirements).map(kindOf));
  expect([...traces.keys()].filter((id) => kinds.has(kindOf(id)) && !(id in requirements))).toEqual([]);
});
