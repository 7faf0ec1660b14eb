import { expect, it } from 'vitest';
import { clampClaimedAt } from './clamp-claimed-at';

const now = 1_800_000_000_000;
const day = 86_400_000;

it('K9 a clock ahead claims no later than now', () => expect(clampClaimedAt(now + day, now)).toBe(now));
it('K9 a claim older than 90 days is 90 days old', () => expect(clampClaimedAt(now - 100 * day, now)).toBe(now - 90 * day));
it('K9 what was done offline three hours ago stands', () => expect(clampClaimedAt(now - 10_800_000, now)).toBe(now - 10_800_000));
