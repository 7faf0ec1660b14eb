import { expect, it } from 'vitest';
import { foldWords } from './fold-words';

it('SRCH-4 Nordic letters match folded and unfolded', () => {
  expect(foldWords(' Ærø ')).toBe('aero');
  expect(foldWords('Åse Bjørnstad')).toBe(foldWords('aase bjornstad'));
  expect(foldWords('José')).toBe('jose');
});
