import type { BenchRow } from './bench-row';
import { p1FirstSync } from './rows/p1-first-sync';
import { p2FirstRows } from './rows/p2-first-rows';
import { p3ViewCounts } from './rows/p3-view-counts';
import { p4Delta } from './rows/p4-delta';
import { p5OpenThread } from './rows/p5-open-thread';

/** Every row there is, in the order it runs. */
export const benchRows: readonly BenchRow[] = [p1FirstSync, p2FirstRows, p3ViewCounts, p4Delta, p5OpenThread];
