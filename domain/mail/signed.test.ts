import { expect, it } from 'vitest';
import { signed } from './signed';

it('CHN-3 below the text and in the HTML', () => {
  const mail = signed({ text: 'Hej\n', html: '<p>Hej</p>' }, '<p>Ann<br>Havnegaard</p>');
  expect(mail.text).toBe('Hej\n\n-- \nAnn\nHavnegaard');
  expect(mail.html).toBe('<p>Hej</p><div class="samtale-signature"><p>Ann<br>Havnegaard</p></div>');
});

it('CHN-3 no signature, nothing added; a logo alone only in the HTML', () => {
  expect(signed({ text: 'Hej', html: '<p>Hej</p>' }, '<p> </p>')).toEqual({ text: 'Hej', html: '<p>Hej</p>' });
  const logo = signed({ text: 'Hej', html: '<p>Hej</p>' }, '<img src="https://havnegaard.example/logo.png">');
  expect(logo.text).toBe('Hej');
  expect(logo.html).toContain('logo.png');
});

it('CHN-3 a mail without HTML stays without', () => {
  expect(signed({ text: 'Hej', html: '' }, '<p>Ann</p>')).toEqual({ text: 'Hej\n\n-- \nAnn', html: '' });
});
