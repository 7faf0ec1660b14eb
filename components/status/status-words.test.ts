import { describe, expect, it } from 'vitest';
import { locales } from '../../utils/i18n/locale';
import { textOf } from '../../utils/i18n/text';
import type { SyncState } from '../../utils/store/read-sync';
import { statusWords } from './status-words';

const at = new Date(2026, 10, 12, 14, 6).getTime();
const state = (changes: Partial<SyncState>): SyncState => ({ phase: 'idle', at, waiting: 0, bootstrap: null, unknown: false, ...changes });
const words = (changes: Partial<SyncState>, refused = 0, online = true) => statusWords(state(changes), refused, online, textOf('en')).words;
const short = (changes: Partial<SyncState>, refused = 0, online = true) => statusWords(state(changes), refused, online, textOf('en')).short;

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

  it('K10 refused changes come before everything that mends itself, and hide nothing of it', () => {
    expect(words({}, 1)).toBe('1 change not applied');
    expect(words({ phase: 'offline', waiting: 2 }, 1)).toBe('1 change not applied. Offline since 14:06. You can go on. 2 changes wait.');
    expect(short({ phase: 'offline', waiting: 2 }, 1)).toBe('1 change not applied, 2 changes wait');
  });

  it('F20 what this version cannot read is said, whatever else works', () => {
    expect(words({ unknown: true })).toContain('cannot read');
    expect(words({ unknown: true, phase: 'offline' })).toContain('Offline since');
  });

  it('F9 a full disk is said before anything else of the hub', () => expect(words({ phase: 'disk-full' }, 0, false)).toContain('disk'));

  const phases = ['never', 'syncing', 'idle', 'offline', 'signed-out', 'hub-too-old', 'extension-too-old', 'disk-full'] as const;
  it.each(phases)('ALL-1 X13 %s: both forms name how many changes wait, once, whatever else there is to say, in every language', (phase) => {
    for (const locale of locales)
      for (const refused of [0, 2])
        for (const online of [true, false])
          for (const bootstrap of [null, { done: 50, total: 200 }]) {
            const text = textOf(locale);
            const status = statusWords(state({ phase, waiting: 3, bootstrap }), refused, online, text);
            const waiting = text.plural('waitingChanges', 3);
            expect(status.words.split(waiting)).toHaveLength(2);
            expect(status.short.split(waiting)).toHaveLength(2);
          }
  });

  it('ALL-1 what fits the line stays short', () => {
    for (const phase of phases) expect(short({ phase, waiting: 3, bootstrap: { done: 50, total: 200 } }, 2).length).toBeLessThan(45);
  });
});
