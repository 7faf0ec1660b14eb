import { expect, it } from 'vitest';
import { mailLink } from './mail-link';

const kari = { name: 'Kari', address: 'kari@kunde.example' };
const words = { to: [kari], cc: [], bcc: [], subject: 'Re: Æbler & pærer', text: 'Hej Kari\nTak.', quote: '> Har I æbler?' };

it('RPL-7 a link carries recipients, subject, words and what is answered', () => {
  const link = new URL(mailLink({ ...words, cc: [{ name: '', address: 'bo+lager@firma.example' }] }) ?? '');
  expect(link.protocol + link.pathname).toBe('mailto:kari@kunde.example');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    cc: 'bo+lager@firma.example',
    subject: 'Re: Æbler & pærer',
    body: 'Hej Kari\r\nTak.\r\n\r\n> Har I æbler?',
  });
});

it('X12 a long quote is left out line by line; words of one’s own never', () => {
  const link = mailLink({ ...words, quote: '> linje\n'.repeat(1000) }) ?? '';
  expect(link.length).toBeLessThanOrEqual(2000);
  expect(link.length).toBeGreaterThan(1950);
  expect(mailLink({ ...words, text: 'å'.repeat(400) })).toBeNull();
});

it('S22 an address cannot add a field of its own', () => {
  const link = new URL(mailLink({ ...words, to: [{ name: '', address: 'a@b.example?bcc=x@y.example&body=z' }] }) ?? '');
  expect(link.searchParams.get('bcc')).toBeNull();
  expect(link.searchParams.get('body')).toContain('Hej Kari');
});
