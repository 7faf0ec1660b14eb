import { describe, expect, it } from 'vitest';
import { fastest } from '../../tests/support/fastest';
import { historyMark } from './history-mark';
import { splitQuote } from './split-quote';

const history = '> Hello,\n> which colour?';

describe('THR-12 what a person wrote now, in many programs and languages', () => {
  const introductions = [
    'On Thu, 19 Nov 2026 at 14:02, Sales <sales@firma.dk> wrote:',
    'On Thu, 19 Nov 2026 at 14:02, Sales Department of the Firm <\nsales@firma.dk> wrote:',
    'Den tors. 19. nov. 2026 kl. 14.02 skrev Salg <salg@firma.dk>:',
    'tor. 19. nov. 2026 kl. 14:02 skrev Salg <salg@firma.dk>:',
    'Den tors 19 nov. 2026 kl 14:02 skrev Sälj <salj@firma.se>:',
    '19 nov. 2026 kl. 14:02 skrev Sälj <salj@firma.se>:',
    'Am 19.11.2026 um 14:02 schrieb Verkauf <verkauf@firma.de>:',
    'Am Do., 19. Nov. 2026 um 14:02 Uhr schrieb Verkauf <verkauf@firma.de>:',
    'Le jeu. 19 nov. 2026 à 14:02, Ventes <ventes@firma.fr> a écrit :',
    'El jue, 19 nov 2026 a las 14:02, Ventas (<ventas@firma.es>) escribió:',
    'Il giorno gio 19 nov 2026 alle ore 14:02 Vendite <vendite@firma.it> ha scritto:',
    'Op do 19 nov 2026 om 14:02 schreef Verkoop <verkoop@firma.nl>:',
    'W dniu czw., 19 lis 2026 o 14:02 Sprzedaż <s@firma.pl> napisał(a):',
    'to 19. marrask. 2026 klo 14.02 Myynti (myynti@firma.fi) kirjoitti:',
    'чт, 19 нояб. 2026 г. в 14:02, Sales <sales@firma.dk>:',
    '-----Original Message-----',
    '-----Oprindelig meddelelse-----',
    '-----Opprinnelig melding-----',
    '-----Ursprungligt meddelande-----',
    '-----Ursprüngliche Nachricht-----',
    'From: Sales <sales@firma.dk>\nSent: 19 November 2026 14:02\nTo: Bo\nSubject: Colour',
    'Fra: Salg <salg@firma.dk>\nSendt: 19. november 2026 14:02\nTil: Bo\nEmne: Farve',
    'Från: Sälj <salj@firma.se>\nSkickat: den 19 november 2026 14:02\nTill: Bo\nÄmne: Färg',
    '*Von:* Verkauf <verkauf@firma.de>\n*Gesendet:* Donnerstag, 19. November 2026 14:02\n*An:* Bo\n*Betreff:* Farbe',
  ];
  for (const introduction of introductions) {
    it(introduction.split('\n')[0] ?? '', () => {
      const { text, quotedText } = splitQuote(`Hi,\n\nGreen, please.\n\n${introduction}\n\n${history}\n`);
      expect(text).toBe('Hi,\n\nGreen, please.');
      expect(quotedText).toBe(`${introduction}\n\n${history}`);
    });
  }
});

describe('what a person wrote is never taken for history', () => {
  const own = [
    'On Monday I wrote: "no".\nOn Tuesday I changed my mind.',
    'In 2015 I wrote a book. It says:\n\nnothing.',
    'From: Copenhagen\nTo: Oslo\n\nThat is the route.',
    'I wrote to you on 19.11.2026.\nPlease answer.',
    'Price - 5 %\n-----\nTotal: 95',
    'The list:\n- one\n- two\n--- three',
    '| a | b |\n| 1 | 2 |',
    'Sent from the warehouse, it arrived broken.\nWhat now?',
  ];
  for (const text of own) it(JSON.stringify(text), () => expect(splitQuote(text)).toEqual({ text, quotedText: '' }));
});

it("folds the signature and the device's line, and keeps them reachable", () => {
  expect(splitQuote('Tak.\n\n-- \nBo Hansen\nKunde A/S')).toEqual({ text: 'Tak.', quotedText: '--\nBo Hansen\nKunde A/S' });
  expect(splitQuote('Tak.\n\nSendt fra min iPhone')).toEqual({ text: 'Tak.', quotedText: 'Sendt fra min iPhone' });
  expect(splitQuote('Tack.\n\nSkickat från Outlook för Android')).toEqual({ text: 'Tack.', quotedText: 'Skickat från Outlook för Android' });
});

it('a long text below a line of dashes is no signature', () => {
  const text = `Before\n--\n${Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')}`;
  expect(splitQuote(text)).toEqual({ text, quotedText: '' });
});

it('never shows nothing where there is something', () => {
  for (const text of [history, '-- \nBo', 'Sent from my iPhone', '-----Original Message-----', '***', '> a\n\n> b', '\uE0F0\nhistory only']) {
    expect(splitQuote(text).text, JSON.stringify(text)).not.toBe('');
  }
  expect(splitQuote('')).toEqual({ text: '', quotedText: '' });
  expect(splitQuote('\n \n\t')).toEqual({ text: '', quotedText: '' });
});

it('THR-12 lines above where markup says that history begins are the author’s, though they could begin its introduction', () => {
  const { text, quotedText } = splitQuote(
    `Hello Ada,\nconfirm on 20 November?\nBest, Bo\n${historyMark}\nOn Thu, Nov 12, 2026 Bo <bo@kunde.example> wrote:\n> Hi`,
  );
  expect(text).toBe('Hello Ada,\nconfirm on 20 November?\nBest, Bo');
  expect(quotedText).toContain('> Hi');
});

describe('S33 no text holds it up', () => {
  const long = {
    'a line of a million letters': 'x'.repeat(1_000_000),
    'a line of a million spaces': `a${' '.repeat(1_000_000)}b`,
    '200,000 line ends': '\n'.repeat(200_000),
    '100,000 quote signs': '>'.repeat(100_000),
    '100,000 quoted lines': '> a\n'.repeat(100_000),
    '50,000 introductions': 'On 1 1 2026 wrote\n'.repeat(50_000),
    '50,000 halves of one': 'On 1 1 1 a@b <\n'.repeat(50_000),
    '50,000 header lines': 'From: a\n'.repeat(50_000),
    '50,000 dashes': '--\n'.repeat(50_000),
    '50,000 dashes with words': 'a\n--\n'.repeat(50_000),
    'a wall of "wrote"': 'wrote '.repeat(60_000),
    'a wall of brackets': '<'.repeat(100_000),
    'device lines': 'Sent from my '.repeat(20_000),
  };
  for (const [name, text] of Object.entries(long)) {
    it(name, () => {
      expect(fastest(200, () => splitQuote(text))).toBeLessThan(200);
      const { text: shown, quotedText } = splitQuote(text);
      expect(shown.length + quotedText.length > 0).toBe(text.trim() !== '');
    });
  }
});
