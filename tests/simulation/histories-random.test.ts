import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import { tellHistories } from './tell-histories';

// New ground with every commit, and the same for everybody who runs that commit; without Git, at every run. A seed that fails goes into
// regressions.test.ts and stays there.
const commit = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout?.trim() ?? '';
const seed = /^[0-9a-f]{40}$/.test(commit) ? Number.parseInt(commit.slice(0, 7), 16) : Math.floor(Math.random() * 2 ** 31);
console.log(`random histories begin at seed ${seed}`);
tellHistories(seed, 25);
