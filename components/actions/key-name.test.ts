import { expect, it } from 'vitest';
import { keyName } from './key-name';

it('keys are named as they are printed, on a Mac too', () => {
  expect(['r', '!', 'Delete', 'Escape', 'Mod+Enter', 'F6'].map((key) => keyName(key, false))).toEqual(['R', '!', 'Del', 'Esc', 'Ctrl ⏎', 'F6']);
  expect(['r', 'Delete', 'Backspace', 'Mod+Enter'].map((key) => keyName(key, true))).toEqual(['R', '⌦', '⌫', '⌘ ⏎']);
});
