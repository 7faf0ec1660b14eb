import { describe, expect, it } from 'vitest';
import { textOf } from '../../utils/i18n/text';
import type { SyncState } from '../../utils/store/read-sync';
import { statusWords } from './status-words';

const at = new Date(2026, 10, 12, 14, 6).getTime();
const state = (changes: Partial<SyncState>): SyncState => ({ phase: 'idle', at, waiting: 0, bootstrap: null, ...changes });
const words = (changes: Partial<SyncState>, refused = 0, online = true) => statusWords(state(changes), refused, online, textOf('en')).words;

describe('ALL-1 the status line', () => {
  it('ALL-1 up to date, with the time', () => expect(words({})).toBe('Up to date 14:06'));

  it('ALL-1 offline says since when, that one can go on, and how much waits', () =>
    expect(words({ phase: 'offline', waiting: 3 })).toBe('Offline since 14:06. You can go on. 3 changes wait.'));

  it('ALL-1 Danish writes the time the Danish way', () =>
    expect(statusWords(state({ phase: 'offline', waiting: 1 }), 0, true, textOf('da')).words).toBe(
      'Offline siden 14.06. Du kan arbejde videre. 1 ændring venter.',
    ));

  it('K7 the first sync shows how far it is', () =>
    expect(words({ phase: 'syncing', bootstrap: { done: 1200, total: 41210 } })).toContain('1,200 of 41,210'));

  it('K10 refused changes come before everything that mends itself', () =>
    expect(words({ phase: 'offline', waiting: 2 }, 1)).toBe('1 change not applied'));

  it('X13 signed out keeps telling what waits', () => expect(words({ phase: 'signed-out', waiting: 2 }, 1)).toContain('2 changes wait'));

  it('F9 a full disk is said before anything else of the hub', () => expect(words({ phase: 'disk-full' }, 0, false)).toContain('disk'));
});
