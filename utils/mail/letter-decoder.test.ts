import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { letterDecoder } from './letter-decoder';
import { type NamedLetters, packLetters, unpackLetters } from './named-letters';

const require = createRequire(import.meta.url);
type Decoder = new (table: unknown, emit: (code: number, consumed: number) => void) => ReturnType<typeof own>;
const own = () => new (letterDecoder({}))(undefined, () => undefined);
const theirs = createRequire(require.resolve('htmlparser2'))('entities/decode') as { EntityDecoder: Decoder; htmlDecodeTree: unknown };

let letters: NamedLetters;
beforeAll(async () => {
  const file = join(dirname(require.resolve('postal-mime')), '../esm/html-entities.js');
  ({ htmlEntities: letters } = (await import(pathToFileURL(file).href)) as { htmlEntities: NamedLetters });
});

function read(Reader: Decoder, html: string, place: number) {
  // In halves where a letter is two of them, or whole.
  let said = '';
  const reader = new Reader(theirs.htmlDecodeTree, (code, consumed) => {
    said = `${said.split(' ')[0]}${String.fromCodePoint(code)} ${consumed}`;
  });
  reader.startEntity(place);
  reader.write(html, 0);
  return said;
}

it('every named letter comes back from the packed text, and no other', () => {
  expect(Object.keys(letters).length).toBeGreaterThan(2000);
  expect(unpackLetters(packLetters(letters))).toEqual(letters);
});

it('reads what stands behind an ampersand as the parser’s own decoder does, in text and in an address', () => {
  const ours = letterDecoder(unpackLetters(packLetters(letters)));
  const names = Object.keys(letters).map((written) => written.slice(1));
  const numbers = ['0', '65', '128', '129', '150', '159', '160', '55296', '57343', '57344', '65533', '1114111', '1114112', '9'.repeat(400)];
  const hex = ['x0', 'X41', 'x80', 'x9f', 'xD800', 'x1F600', 'x110000', 'xffffffffff', 'x', ''];
  const heads = [...names, ...[...numbers, ...hex].map((one) => `#${one}`), 'nosuch', 'notit;', 'Ampere;', 'ampamp', ' ', '', ';', 'a'.repeat(50)];
  // A full stop last: the parser's own waits for more where the text ends.
  const whole = heads.flatMap((head) => ['', ';', ' ', '=', 'x', 'X', '1', '_', 'é', '&', ';;'].map((next) => `${head}${next}.`));
  const cut = names.flatMap((name) => [name.slice(0, -1), name.slice(0, -2)].map((start) => `${start}.`));
  const html = [...whole, ...cut];
  const differing = (place: number) => html.filter((one) => read(ours, one, place) !== read(theirs.EntityDecoder, one, place));
  expect(differing(0)).toEqual([]);
  // Theirs takes the `&lt` of an address's `&ltques.` for a letter, against the standard.
  expect(differing(2).filter((one) => read(ours, one, 2) !== '' || !/^[a-z][a-z0-9]+[^a-z0-9=;]/i.test(one))).toEqual([]);
});
