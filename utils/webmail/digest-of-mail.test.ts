import { describe, expect, it } from 'vitest';
import { digestOfMail } from './digest-of-mail';

describe('X8 G1 a mail is known again by its subject and first words', () => {
  const digest = digestOfMail('Invoice 4711 – question', 'Hello Ada,\ncould you confirm?\nBest, Bo');

  it.each([
    ['spaces and marks', 'Invoice 4711 - question', 'Hello Ada, could you confirm? Best,  Bo'],
    ['the addresses of links', 'Invoice 4711 – question', 'Hello Ada (https://havnegaard.example/ada),\ncould you confirm?\nBest, Bo'],
    ['an answer in whatever language', 'SV: Re: Invoice 4711 – question', 'Hello Ada,\ncould you confirm?\nBest, Bo'],
    ['capitals and full-width letters', 'INVOICE ４７１１ question', 'hello ada could you confirm best bo'],
  ])('whatever differs in %s', (_, subject, text) => {
    expect(digestOfMail(subject, text)).toBe(digest);
  });
  it.each([
    ['subject', 'Invoice 4712 – question', 'Hello Ada,\ncould you confirm?\nBest, Bo'],
    ['word', 'Invoice 4711 – question', 'Hello Ada,\ncould you confirm?\nBest, Bob'],
    ['letter of another kind', 'Invoice 4711 – question', 'Hello Åda,\ncould you confirm?\nBest, Bo'],
  ])('and no other: another %s', (_, subject, text) => {
    expect(digestOfMail(subject, text)).not.toBe(digest);
  });
  it('what comes after the first words is left to each program', () => {
    const long = 'A rather long mail that goes on about one thing after the other. '.repeat(4);
    expect(digestOfMail('S', `${long}\n> quoted`)).toBe(digestOfMail('S', `${long}\n-- \nBo`));
  });
  it('a mail without words is told by nothing', () => {
    expect(digestOfMail('Invoice', ' …\n')).toBeUndefined();
  });
});
