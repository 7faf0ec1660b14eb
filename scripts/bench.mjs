import { runTypescript } from './run-typescript.mjs';

/** `npm run bench [-- --small] [--json FILE] [--only P1,P2]`: ratios against a floor, measured side by side in real Chromium. */
await runTypescript('../tests/bench/bench.ts');
