import { requirements } from './requirements';
import type { Trace } from './trace';

const most = 4;

/** docs/requirements.md: each requirement with the file that decides it, the test that proves it and the screen where it is seen. */
export function requirementsPage(traces: ReadonlyMap<string, Trace>): string {
  const rows = Object.entries(requirements).map(([id, says]) => {
    const { decided = [], proved = [], seen = [] } = traces.get(id) ?? {};
    return `| ${id} | ${says} | ${paths(decided)} | ${paths(proved)} | ${paths(seen)} |`;
  });
  return [
    '# Requirements, and where they stand',
    '',
    'Written by `npm run fix` from the tables in `docs/rules/`, the names of the tests and the comments of the screens; a test fails when it is out of date.',
    'An empty cell is work to do, or nothing to see on a screen.',
    '',
    '| Id | What | Decided in | Proved by | Seen in |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function paths(all: readonly string[]): string {
  const shown = all.slice(0, most).map((path) => `[${path.split('/').at(-1)}](../${path})`);
  return [...shown, ...(all.length > most ? [`and ${all.length - most} more`] : [])].join(', ');
}
