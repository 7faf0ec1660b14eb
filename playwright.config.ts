import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // What is timed as a person meets it, `npm start`, the newcomer's run and two agents, has nothing else beside it: `npm test` runs them one after the other.
  projects: [
    { name: 'panel', testMatch: /.*\.spec\.ts/, testIgnore: /(start|newcomer|firefox)\.spec\.ts/ },
    { name: 'firefox', testMatch: /firefox\.spec\.ts/ },
    { name: 'start', testMatch: /(start|newcomer)\.spec\.ts/ },
  ],
  // Each worker runs a hub of its own beside its browser.
  workers: 2,
  // Generous: what is waited for is polled, and a machine that does other things too must not fail a test.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // Where one works on it a flaky test is a failing test. On a fresh clone it is run once more, in a browser and with a hub of its own, and named
  // at the end of the log with why it failed.
  retries: process.env.CI ? 1 : 0,
  outputDir: 'test-results',
  reporter: [['list']],
});
