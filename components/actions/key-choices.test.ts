import { describe, expect, it } from 'vitest';
import { allActions } from './all-actions';
import { type Command, commands } from './commands';
import { commandOfKey, keyChoicesOf, keysOf, pressedKey, usualKeyOf, withKey, withUsualKey } from './key-choices';

const command = (id: string) => commands.find((one) => one.id === id) as Command;
const press = (key: string, held: Partial<KeyboardEvent> = {}) => pressedKey({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('ALL-2 keys', () => {
  it('ALL-2 every action’s key is a command of the list, and no two commands share one', () => {
    for (const { name, keys } of allActions) for (const key of keys ?? []) expect(commandOfKey(key, {}), `${name}: ${key}`).toBeDefined();
    const all = commands.flatMap(({ usual }) => usual);
    expect(new Set(all).size).toBe(all.length);
  });

  it('a key that was given away does what it was given to, and its old one does nothing', () => {
    const choices = withKey({}, command('close'), 'y');
    expect(usualKeyOf('y', choices)).toBe('e');
    expect(usualKeyOf('Y', choices)).toBe('e');
    expect(usualKeyOf('e', choices)).toBeUndefined();
    expect(usualKeyOf('Enter', choices)).toBe('Enter');
    expect(usualKeyOf('#', choices)).toBe('Delete');
  });

  it('taking a key leaves its former command without one, until it gets another or its usual one', () => {
    const choices = withKey({}, command('close'), 'r');
    expect(keysOf(command('reply'), choices)).toEqual([]);
    expect(usualKeyOf('r', choices)).toBe('e');
    const back = withUsualKey(choices, command('reply'));
    expect(keysOf(command('reply'), back)).toEqual(['r']);
    expect(keysOf(command('close'), back)).toEqual([]);
    expect(withUsualKey(back, command('close'))).toEqual({});
  });

  it('its usual key given back by hand is no choice', () => {
    expect(withKey(withKey({}, command('undo'), 'y'), command('undo'), 'z')).toEqual({});
  });

  it('keys that move about, and keys with a modifier, are refused with the reason; a modifier alone is waited past', () => {
    for (const key of ['Enter', 'Escape', 'Tab', ' ', 'ArrowDown', 'F6', 'Home']) expect(press(key)).toEqual({ problem: 'moves-about' });
    expect(press('k', { ctrlKey: true })).toEqual({ problem: 'with-modifier' });
    expect(press('Shift')).toBeUndefined();
    expect(press('Ø')).toEqual({ key: 'ø' });
    expect(press('Backspace')).toEqual({ key: 'Backspace' });
  });

  it('what is kept and no longer means anything is left out', () => {
    expect(keyChoicesOf({ close: 'y', gone: 'x', reply: 7 })).toEqual({ close: 'y' });
    expect(keyChoicesOf('x')).toEqual({});
  });
});
