import { expect, it } from 'vitest';
import { firstWords } from './first-words';

it('LIST-2 one line of at most 200', () => {
  expect(firstWords('  Hej\r\n\n\tIda  ')).toBe('Hej Ida');
  expect(firstWords('x'.repeat(300))).toHaveLength(200);
});

it('LIST-2 never half an emoji at the end', () => {
  const words = firstWords(`${'x'.repeat(199)}😀 hello`);
  expect(words).toBe('x'.repeat(199));
  expect(firstWords(`${'x'.repeat(198)}😀 hello`)).toBe(`${'x'.repeat(198)}😀`);
});

it('LIST-2 blank lines before the words do not hide them', () => {
  expect(firstWords(`${'\n'.repeat(100)}Hej`)).toBe('Hej');
});
