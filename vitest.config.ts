import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{domain,sync,utils,components,server,scripts}/**/*.test.{ts,tsx}',
      'tests/{contract,simulation,architecture,server,corpora}/**/*.test.ts',
    ],
    // As the hub has them: a test speaks whichever language it looks at.
    setupFiles: ['utils/i18n/every-language.ts'],
    // Half of what runs waits for processes and sockets: two at a time also on two cores, where one would be the default.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
