import { expect, it } from 'vitest';
import { lettersOf } from './letters-of';

it.each([
  ['capitals', 'HELLO Åsa'],
  ['marks and line breaks', '> Hello,\n> Åsa!'],
  ['a letter and its ring apart', 'Hello A\u030asa'],
  ['letters of full width', 'Ｈｅｌｌｏ Åsa'],
  ['a link with its address', 'Hello <https://havnegaard.example/a?b=c> Åsa'],
])('X8 the same words are the same in %s', (_, text) => {
  expect(lettersOf(text)).toBe('helloåsa');
});

it('X8 other words are others, and what has none has no letters', () => {
  expect(lettersOf('Hello Asa')).not.toBe(lettersOf('Hello Åsa'));
  expect(lettersOf('Order 12')).not.toBe(lettersOf('Order 13'));
  expect(lettersOf(' …\nhttps://havnegaard.example ')).toBe('');
});
