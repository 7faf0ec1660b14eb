import { runTypescript } from './run-typescript.mjs';

/**
 * `npm run bench [-- --small] [--json FILE] [--only P1,P2]`: ratios against a floor, measured side by side in real Chromium.
 * `npm run bench -- mailbox` and `npm run bench -- mbox`: whole imports at full size (docs/contributing.md).
 */
const whole = ['mailbox', 'mbox'].find((name) => name === process.argv[2]);
await runTypescript(whole ? `../tests/bench/load/${whole}.ts` : '../tests/bench/bench.ts');
