import { expect, it } from 'vitest';
import { fastest } from '../../tests/support/fastest';
import { historyMark } from './history-mark';
import { htmlToText, plainTextOf } from './html-to-text';

it('reads as a person would: paragraphs, quotes, lists, links with their address', () => {
  const html =
    '<h1>Hej</h1><p>En&nbsp;linje<br>til</p><blockquote>Citat<blockquote>ældre</blockquote></blockquote><ul><li>a</li><li>b</li></ul><a href="https://firma.dk/x">her</a>';
  expect(plainTextOf(html)).toBe('Hej\n\nEn linje\ntil\n\n> Citat\n> \n> > ældre\n\n * a\n * b\n\nher <https://firma.dk/x>');
});

const readings: [what: string, html: string, text: string][] = [
  ['headings and blocks keep their distance', '<h2>A</h2><div>b</div><div>c</div><p>d</p><h4>E</h4>f', 'A\n\nb\nc\n\nd\n\nE\n\nf'],
  ['white space runs together', ' a \n\t b<span> c</span><b>d </b> e\u200bf', 'a b cd e f'],
  ['lists within lists', '<ul><li>a<ul><li>b</ul><li><p>c</p>d</ul>', ' * a\n   * b\n\n * c\n   \n   d'],
  [
    'numbers and letters',
    '<ol start=9><li>a<li>b</ol><ol type=a start=27><li>c</ol><ol type=I start=4><li>d</ol>',
    ' 9.  a\n 10. b\n\n aa. c\n\n IV. d',
  ],
  ['a comment or a style in a list is no item', '<ul><!-- x --><style>p{}</style><li>a</ul>', ' * a'],
  ['links to a place of the page are words', '<a href="#top">op</a> <a>b</a>', 'op b'],
  [
    'an address that is its own words stands once',
    '<a href="mailto:a@b.dk">a@b.dk</a> <a href="https://b.dk/"><img src=x></a>',
    'a@b.dk https://b.dk/',
  ],
  ['a link around blocks', '<a href="https://b.dk"><div>a</div><div>b</div></a>', 'a\nb\n<https://b.dk>'],
  ['text set by its spaces', '<pre>a\n  b<br><a href=c>d</a><div>e</div>f</pre>', 'a\n  b\nd <c>\ne\nf'],
  ['a line', 'a<hr>b', 'a\n\n--------------------\n\nb'],
  ['the body of a page alone', 'x<html><head><title>t</title></head><body>a</body></html>', 'a'],
  [
    'names and numbers of letters',
    '&AMP;&eacute;&frac12x&notin;&#8364;&#x80;&#128512;&nosuch; <a href="https://b.dk/?a&copy=1">c</a>',
    '&é½x∉€€😀&nosuch; c <https://b.dk/?a&copy=1>',
  ],
];
it.each(readings)('%s', (_what, html, text) => {
  expect(htmlToText(html).trimEnd()).toBe(text);
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
    `<blockquote>a${'<br>'.repeat(200_000)}b</blockquote>`,
    `<ul>${'<li>a'.repeat(150_000)}</ul>`,
    '<a href=x>a '.repeat(100_000),
    'a&nbsp;b '.repeat(500_000),
  ]) {
    expect(
      fastest(2000, () => htmlToText(html)),
      html.slice(0, 10),
    ).toBeLessThan(2000);
  }
});
