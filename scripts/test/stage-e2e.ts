import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { failed, passed, passedAgain, type Result, type Stage, type StageOptions, splitSkipped, sum } from './result';
import { runNode } from './run';

interface Suite {
  file: string;
  specs: { title: string; ok: boolean; tests: { status: string; results: { error?: { message?: string | undefined } | undefined }[] }[] }[];
  suites?: Suite[] | undefined;
}
const Failure = z.object({ message: z.optional(z.string()) });
const Run = z.object({ error: z.optional(Failure) });
const Suite: z.ZodMiniType<Suite> = z.object({
  file: z.string(),
  specs: z.array(z.object({ title: z.string(), ok: z.boolean(), tests: z.array(z.object({ status: z.string(), results: z.array(Run) })) })),
  get suites() {
    return z.optional(z.array(Suite));
  },
});
const Report = z.object({ suites: z.array(Suite), errors: z.array(Failure) });

/** The built extension in real Chromium against a real hub. */
export const e2e: Stage = (options) => playwright(options, ['--project=panel']);

/** The Firefox build in real Firefox. */
export const firefox: Stage = async (options) =>
  options.firefox
    ? playwright(options, ['--project=firefox', '--workers=1'])
    : failed('firefox: no Firefox found, and none could be installed (FIREFOX names its program)');

/** `npm start` from a copy of the project, and a newcomer's first day, each alone on the machine: how long they take is part of what they promise. */
export const start: Stage = (options) => playwright(options, ['--project=start', '--workers=1']);

async function playwright(options: StageOptions, which: string[]): Promise<Result> {
  if (!options.chromium) {
    return failed('e2e: no Chromium, Chrome, Edge, Brave or Vivaldi found, and none could be installed (CHROMIUM names its program)');
  }
  const file = join(options.root, 'node_modules', '.cache', 'samtale', 'playwright.json');
  rmSync(file, { force: true });
  const env = { ...options.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await runNode(
    'node_modules/@playwright/test/cli.js',
    ['test', '--reporter=list,json', '--pass-with-no-tests', ...which, ...options.filters],
    { ...options, env },
  );
  if (!existsSync(file)) return failed(`e2e: playwright ended with code ${code} and no report`);
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const result = sum([...report.suites.map(resultOf), ...report.errors.map((error) => failed(`e2e: ${error.message?.split('\n')[0] ?? 'unknown'}`))]);
  const unexplained = code !== 0 && result.failed === 0 ? [failed(`e2e: playwright ended with code ${code}`)] : [];
  return sum([result, ...unexplained]);
}

function resultOf(suite: Suite): Result {
  const own = suite.specs.map((spec): Result => {
    const name = `${suite.file}: ${spec.title}`;
    if (spec.tests.every((test) => test.status === 'skipped')) return { passed: 0, ...splitSkipped([name]) };
    const why = spec.tests.flatMap((test) => test.results.map(({ error }) => error?.message ?? '')).join('\n');
    if (!spec.ok) return failed(name, why);
    return spec.tests.some((test) => test.status === 'flaky') ? passedAgain(name, why) : passed();
  });
  return sum([...own, ...(suite.suites ?? []).map(resultOf)]);
}
