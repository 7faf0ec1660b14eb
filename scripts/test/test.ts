import { fileURLToPath } from 'node:url';
import { obtainChromium, obtainDovecot, obtainFirefox, obtainPostgres } from '../find/obtain';
import { type Result, type Stage, type StageOptions, sum } from './result';
import { build } from './stage-build';
import { e2e, firefox, start } from './stage-e2e';
import { lint } from './stage-lint';
import { types } from './stage-types';
import { unit } from './stage-unit';

/**
 * `npm test`: all stages, whatever fails on the way, and one line at the end that says how many passed. With names it runs just
 * these, and what follows them filters their files: `npm test -- unit domain/ticket`, `npm test -- e2e loop`.
 */
const stages: Record<string, Stage> = { types, lint, unit, build, e2e, firefox, start };

const words = process.argv.slice(2);
const chosen = words.filter((word) => word in stages);
const filters = words.filter((word) => !(word in stages));
const names = chosen.length > 0 ? Object.keys(stages).filter((name) => chosen.includes(name)) : Object.keys(stages);

const needsPrograms = names.some((name) => ['unit', 'e2e', 'firefox', 'start'].includes(name));
const chromium = needsPrograms ? await obtainChromium() : undefined;
const postgres = needsPrograms ? obtainPostgres() : undefined;
const dovecot = needsPrograms ? obtainDovecot() : undefined;
const firefoxProgram = names.includes('firefox') ? obtainFirefox() : undefined;
const { NODE_ENV: _, ...env } = process.env;
const options: StageOptions = {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  filters,
  env: {
    ...env,
    ...(chromium && { CHROMIUM: chromium }),
    ...(postgres && { POSTGRES_BIN: postgres }),
    ...(dovecot && { DOVECOT: dovecot }),
    ...(firefoxProgram && { FIREFOX: firefoxProgram }),
  },
  chromium,
  postgres,
  dovecot,
  firefox: firefoxProgram,
};

const results: { name: string; result: Result; seconds: number }[] = [];
for (const name of names) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const began = performance.now();
  const result = await (stages[name] as Stage)(options);
  results.push({ name, result, seconds: (performance.now() - began) / 1000 });
}

console.log(`\n${'─'.repeat(64)}`);
for (const { name, result, seconds } of results) {
  const { passed, failed, skipped } = result;
  console.log(
    `${name.padEnd(6)} ${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}  (${seconds.toFixed(0)} s)`,
  );
}
const total = sum(results.map(({ result }) => result));
for (const problem of total.problems) console.log(`FAILED  ${problem}`);
for (const name of total.flaky) console.log(`FLAKY (failed, then passed when run again)  ${name}`);
for (const name of total.skipped) console.log(`SKIPPED (its corpus is not here)  ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped.length ? `, ${total.skipped.length} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);
