import { runTypescript } from './run-typescript.mjs';

/**
 * `npm run bench [-- --small] [--json FILE] [--only P1,P2]`: ratios against a floor, measured side by side in real Chromium.
 * `npm run bench -- bulk`: thousands of conversations at once; `-- opening`: panel and popup of the built extension; `-- mailbox`, `-- mbox`: whole imports at full size (docs/contributing.md).
 */
const whole = ['opening', 'mailbox', 'mbox', 'bulk'].find((name) => name === process.argv[2]);
await runTypescript(whole ? `../tests/bench/load/${whole}.ts` : '../tests/bench/bench.ts');
