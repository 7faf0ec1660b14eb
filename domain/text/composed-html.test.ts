import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fastest } from '../../tests/support/fastest';
import { commentHtml, composedHtml, signatureMarkup } from './composed-html';

it('RPL-1 what our composer writes comes out as it went in', () => {
  for (const html of [
    '<p>Hej <strong>Ida</strong>, <em>nej</em>.<br>5 &lt; 6 &amp; 7</p><p></p>',
    '<ul><li><p>Et</p></li><li><p>To</p></li></ul><ol start="3"><li><p>Tre</p></li></ol>',
    '<blockquote><p>Citat</p></blockquote>',
    '<p><a href="https://kunde.example/?a=1&amp;b=2">her</a> <a href="mailto:a@b.example">der</a></p>',
    '<p><img src="cid:logo@x" alt="Logo" width="40"></p>',
  ])
    expect(composedHtml(html)).toBe(html);
});

it.each([
  ['<script>alert(1)</script><p>Hej</p>', '<p>Hej</p>'],
  ['<style>p{background:url(//x)}</style>Hej', 'Hej'],
  ['<p onclick="x()" style="position:fixed" class="a">Hej</p>', '<p>Hej</p>'],
  ['<img src=x onerror=alert(1)>', '<img>'],
  ['<img src="https://spor.example/1.gif">', '<img>'],
  ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href="java&#115;cript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href=" &#x09;javascript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href="https://a.example/&quot; onmouseover=&quot;x()">x</a>', '<a>x</a>'],
  ['<iframe src="//evil.example">y</iframe>z', 'z'],
  ['<iframe srcdoc="<p>x">y</iframe>z', '&lt;iframe srcdoc="<p>x"&gt;yz</p>'],
  ['<form action="https://evil.example"><input name="pw"><p>Log ind</p></form>', '<p>Log ind</p>'],
  ['<meta http-equiv="refresh" content="0;url=//evil.example"><base href="//evil.example">Hej', 'Hej'],
  ['<!--[if mso]><p>skjult</p><![endif]-->Hej', 'Hej'],
  ['<svg><p><style><img src onerror=alert(1)></style></p></svg>Hej', 'Hej'],
  ['<p>Hej</p></div></div><b>x', '<p>Hej</p><b>x</b>'],
  ['<p>a <b>b</p> c', '<p>a <b>b</b></p> c'],
  ['5 < 6 > 4', '5 &lt; 6 &gt; 4'],
  ['<scr<script>ipt>alert(1)</script>', '&lt;scr'],
  ['<p', '&lt;p'],
])('S22 of %s stays %s', (html, safe) => {
  expect(composedHtml(html)).toBe(safe);
});

it('RPL-3 only a comment names colleagues', () => {
  const mention = '<p><span data-mention="01990000-0000-7000-8000-000000000001">@Bo</span></p>';
  expect(commentHtml(mention)).toBe(mention);
  expect(composedHtml(mention)).toBe('<p><span>@Bo</span></p>');
});

it('CHN-3 a signature keeps its logo, table and looks, and nothing that acts or loads otherwise', () => {
  const plain =
    '<table cellpadding="0"><tbody><tr><td style="color: #333; padding: 4px"><img src="https://x.example/l.png" width="40"></td></tr></tbody></table>';
  expect(signatureMarkup(plain)).toBe(plain);
  expect(signatureMarkup('<div style="background:url(//x)" onclick="y()">Ann</div><script>x</script>')).toBe('<div>Ann</div>');
});

it('S22 whatever comes in: only elements and attributes of the list come out, each closed; a second time changes nothing', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '<p',
    '<a href="',
    'javascript:',
    '</p>',
    '<script',
    '</script>',
    '<!--',
    '-->',
    ' on=x',
    '&#60;',
    '&',
    'x',
    '<b>',
    '/',
    '=',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const safe = composedHtml(pieces.join(''));
      expect(safe.replace(/<\/?(?:p|a|b)>|<a href="(?:https?:|mailto:|tel:)[^"<>]*">/g, '')).not.toMatch(/[<>]/);
      expect(safe.match(/<p>/g)?.length ?? 0).toBe(safe.match(/<\/p>/g)?.length ?? 0);
      expect(composedHtml(safe)).toBe(safe);
    }),
    { numRuns: 2000 },
  );
});

it('S22 no input is slow: half a million characters of the worst shapes', () => {
  for (const bad of ['<a ', '<a "', '<p>', '<script>', '<script></script>', '<a b', '<!--', 'a', '<a href="', "<p '"]) {
    const html = bad.repeat(500_000 / bad.length);
    const both = () => {
      composedHtml(html);
      composedHtml(`<p ${html.replaceAll('<', '')}>`);
    };
    expect(fastest(4000, both)).toBeLessThan(4000);
  }
});
