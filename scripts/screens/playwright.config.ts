import { defineConfig } from '@playwright/test';

/** Not part of `npm test`: it writes pictures and asserts nothing. */
export default defineConfig({
  testDir: '.',
  testMatch: 'take-*.ts',
  workers: 1,
  timeout: 300_000,
  use: { actionTimeout: 60_000 },
  outputDir: '../../test-results/screens',
});
