import { expect, it } from 'vitest';
import { plainTextOf } from './plain-text-of';

it('CHN-3 the words of a signature, a line a block', () => {
  expect(plainTextOf('<p>Ann &amp;   co</p>\n<div>Havne&nbsp;gaard<br/>+45 12</div>')).toBe('Ann & co\n\nHavne gaard\n+45 12');
  expect(plainTextOf('<p></p><p></p><p></p><p>&lt;b&gt;</p>')).toBe('<b>');
});
