import 'fake-indexeddb/auto';
import { tellHistories } from './tell-histories';

// Another stretch for each commit (vitest.config.ts). A seed that fails goes into regressions.test.ts and stays there.
const seed = Number(process.env.TEST_SEED);
console.log(`random histories begin at seed ${seed}`);
tellHistories(seed, 25);
