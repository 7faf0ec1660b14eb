import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { failed, passed, passedAgain, type Result, type Stage, splitSkipped, sum } from './result';
import { runNode } from './run';

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.optional(z.string()),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z._default(z.array(z.string()), []) })),
    }),
  ),
});

/** Unit, contract, simulation, server, corpora and architecture tests: everything Vitest runs. */
export const unit: Stage = async (options) => {
  const file = join(options.root, 'node_modules', '.cache', 'samtale', 'vitest.json');
  rmSync(file, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...options.filters];
  const code = await runNode('node_modules/vitest/vitest.mjs', args, options);
  const needed = [...(options.postgres ? [] : [withoutPostgres()]), ...(options.dovecot ? [] : [withoutDovecot()])];
  if (!existsSync(file)) return sum([failed(`unit: vitest ended with code ${code} and no report`), ...needed]);
  const result = resultOf(Report.parse(JSON.parse(readFileSync(file, 'utf8'))), options.root);
  // A fault outside any test (an unhandled rejection) fails the run without failing a test.
  const unexplained = code !== 0 && result.failed === 0 ? [failed(`unit: vitest ended with code ${code}`)] : [];
  return sum([result, ...unexplained, ...needed]);
};

function resultOf(report: z.infer<typeof Report>, root: string): Result {
  const perFile = report.testResults.map((file) => {
    const name = relative(root, file.name);
    const tests = file.assertionResults;
    const broken = tests.filter((test) => test.status === 'failed');
    const fine = tests.filter((test) => test.status === 'passed');
    const idle = tests.filter((test) => test.status !== 'failed' && test.status !== 'passed').map((test) => `${name}: ${test.fullName}`);
    const unreadable = file.status === 'failed' && broken.length === 0 ? [failed(`${name}: ${file.message?.split('\n')[0] ?? 'did not run'}`)] : [];
    return sum([
      { passed: 0, ...splitSkipped(idle) },
      // What failed and then passed keeps why it failed.
      ...fine.map(({ fullName, failureMessages: why }) => (why.length > 0 ? passedAgain(`${name}: ${fullName}`, why.join('\n')) : passed())),
      ...broken.map((test) => failed(`${name}: ${test.fullName}`, test.failureMessages.join('\n'))),
      ...unreadable,
    ]);
  });
  return sum(perFile);
}

const withoutPostgres = (): Result =>
  failed('unit: no PostgreSQL 15 or newer found, and none could be installed (POSTGRES_BIN names its bin folder)');

const withoutDovecot = (): Result => failed('unit: no Dovecot found, and none could be installed (DOVECOT names its program)');
