import { expect, it } from 'vitest';
import { fastest } from '../../tests/support/fastest';
import { historyMark, htmlToText, plainTextOf } from './html-to-text';

it('reads as a person would: paragraphs, quotes, lists, links with their address', () => {
  const html =
    '<h1>Hej</h1><p>En&nbsp;linje<br>til</p><blockquote>Citat<blockquote>ældre</blockquote></blockquote><ul><li>a</li><li>b</li></ul><a href="https://firma.dk/x">her</a>';
  expect(plainTextOf(html)).toBe('Hej\n\nEn linje\ntil\n\n> Citat\n> \n> > ældre\n\n * a\n * b\n\nher <https://firma.dk/x>');
});

it('marks where a mail program says that history begins, and no sender can', () => {
  expect(htmlToText('<p>Ja</p><div class="gmail_quote">On … wrote:<blockquote>Hvad?</blockquote></div>')).toContain(`Ja\n\n${historyMark}\n`);
  expect(htmlToText(`<p>a${historyMark}b</p>`)).toBe('ab');
});

it('shows neither scripts, styles nor titles', () => {
  expect(plainTextOf('<title>t</title><style>p{}</style><script>x()</script><p>Kun dette</p>')).toBe('Kun dette');
});

it('a long letter with every element left open is no deep one', () => {
  const html = '<table>'.concat('<tr><td><p>Hej<br><img src=x>'.repeat(3000), '</table>');
  expect(
    plainTextOf(html)
      .split('\n')
      .filter((line) => line.includes('Hej')).length,
  ).toBeGreaterThan(0);
  expect(plainTextOf('<blockquote>a</blockquote>'.repeat(3000))).toContain('> a');
});

it('S31 deep, wide or endless HTML ends within bounds', () => {
  for (const html of [
    '<div>'.repeat(100_000),
    '<b>'.repeat(50_000),
    '<p>x'.repeat(100_000),
    '<a href="'.repeat(50_000),
    '<!--'.repeat(100_000),
    '&'.repeat(500_000),
  ]) {
    expect(
      fastest(2000, () => htmlToText(html)),
      html.slice(0, 10),
    ).toBeLessThan(2000);
  }
});
