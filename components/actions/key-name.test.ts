import { expect, it } from 'vitest';
import { keyName } from './key-name';

it('keys are named as they are printed, on a Mac too', () => {
  expect(['r', '!', 'Delete', 'Escape', 'Mod+Enter', 'Mod+a', 'F6'].map((key) => keyName(key, false))).toEqual([
    'R',
    '!',
    'Del',
    'Esc',
    'Ctrl ⏎',
    'Ctrl A',
    'F6',
  ]);
  expect(['r', 'Delete', 'Backspace', 'Mod+Enter', 'Mod+a'].map((key) => keyName(key, true))).toEqual(['R', '⌦', '⌫', '⌘ ⏎', '⌘ A']);
});
