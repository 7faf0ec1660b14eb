import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{domain,sync,utils,components,server,scripts}/**/*.test.{ts,tsx}',
      'tests/{contract,simulation,architecture,server,corpora}/**/*.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
