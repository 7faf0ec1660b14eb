import 'fake-indexeddb/auto';
import { tellHistories } from './tell-histories';

// New ground at every run. A seed that fails goes into regressions.test.ts and stays there.
const seed = Math.floor(Math.random() * 2 ** 31);
console.log(`random histories begin at seed ${seed}`);
tellHistories(seed, 25);
