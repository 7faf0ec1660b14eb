import { defineConfig } from '@playwright/test';

// The newcomer's run is a test that has its picture taken.
process.env.SAMTALE_PICTURES = '1';

/** Not part of `npm test`: it writes pictures. */
export default defineConfig({
  projects: [
    { name: 'screens', testDir: '.', testMatch: 'take-*.ts' },
    { name: 'newcomer', testDir: '../../tests/e2e', testMatch: 'newcomer.spec.ts' },
  ],
  workers: 1,
  timeout: 300_000,
  use: { actionTimeout: 60_000 },
  outputDir: '../../test-results/screens',
});
