import { expect, it } from 'vitest';
import { linkOf, typedLinks } from './typed-link';

const linked = (text: string) => typedLinks(text).map(({ from, to, href }) => [text.slice(from, to), href]);

it('RPL-1 what says it is an address becomes a link, without the marks of the sentence around it', () => {
  expect(linked('Se https://firma.dk/a?b=1#c, (www.firma.dk) eller skriv til bo@firma.dk.')).toEqual([
    ['https://firma.dk/a?b=1#c', 'https://firma.dk/a?b=1#c'],
    ['www.firma.dk', 'https://www.firma.dk/'],
    ['bo@firma.dk', 'mailto:bo@firma.dk'],
  ]);
  expect(linked('http://localhost:3000/x “https://da.wikipedia.org/wiki/Bord_(møbel)”…')).toEqual([
    ['http://localhost:3000/x', 'http://localhost:3000/x'],
    ['https://da.wikipedia.org/wiki/Bord_(møbel)', 'https://da.wikipedia.org/wiki/Bord_(m%C3%B8bel)'],
  ]);
});

it('RPL-1 words, names of files and scripts do not', () => {
  expect(linked('readme.md firma.dk e.g. 12.30 @bo a@b https:// www. javascript:alert(1) ftp://a.dk file:///c')).toEqual([]);
});

it('RPL-1 pasted onto words, an address and nothing else makes them a link', () => {
  expect(linkOf(' https://firma.dk\n')).toBe('https://firma.dk/');
  expect(linkOf('bo@firma.dk')).toBe('mailto:bo@firma.dk');
  expect(linkOf('se https://firma.dk')).toBeUndefined();
  expect(linkOf('firma')).toBeUndefined();
});
