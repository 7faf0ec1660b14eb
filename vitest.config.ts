import { spawnSync } from 'node:child_process';
import { defineConfig } from 'vitest/config';

// New ground with every commit, and the same for everybody who runs that commit; without Git, at every run.
const commit = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout?.trim() ?? '';
const seed = /^[0-9a-f]{40}$/.test(commit) ? Number.parseInt(commit.slice(0, 7), 16) : Math.floor(Math.random() * 2 ** 28);

export default defineConfig({
  test: {
    include: [
      '{domain,sync,utils,components,server,scripts}/**/*.test.{ts,tsx}',
      'tests/{contract,simulation,architecture,server,corpora,rules}/**/*.test.ts',
    ],
    // Every language, as the hub has them: a test speaks whichever it looks at. Then where properties begin to draw.
    setupFiles: ['utils/i18n/every-language.ts', 'tests/support/seed-properties.ts'],
    env: { TEST_SEED: String(seed) },
    // Half of what runs waits for processes and sockets: two at a time also on two cores, where one would be the default.
    maxWorkers: 2,
    // Histories make much that lives briefly: with room for it a tenth less time goes into clearing it away.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As in playwright.config.ts: on a fresh clone once more, and named at the end.
    retry: process.env.CI ? 1 : 0,
  },
});
