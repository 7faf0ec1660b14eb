import { expect, it } from 'vitest';
import { MailboxProblemCode } from '../../../domain/model/mailbox';
import { translate } from '../../../utils/i18n/translate';
import { problemKey } from './problem-key';

const locales = ['en', 'da', 'nb', 'sv'] as const;

it('CHN-2 of a test nobody says that the hub tries again by itself: it does not', () => {
  for (const locale of locales)
    for (const code of MailboxProblemCode.options)
      expect(translate(locale, problemKey(code, true))).not.toMatch(/by itself|prøver selv|fortsætter af sig|av seg selv|av sig själv/i);
});

it('CHN-2 at a mailbox that is kept nobody is given advice for setting it up: another port or kind of encryption, how a user name is written, whether a name is right', () => {
  const advice = new RegExp(
    [
      ...['993|starttls', 'check (both|that)|use the name|many providers|try the other'],
      ...['tjek|brug det navn|mange udbydere|prøv den anden', 'sjekk|bruk navnet|mange leverandører|prøv den andre'],
      'kontrollera|använd namnet|många leverantörer|prova den andra',
    ].join('|'),
    'i',
  );
  const setUp: readonly MailboxProblemCode[] = ['bad-certificate', 'no-encryption', 'sign-in-refused', 'hostile-server'];
  for (const locale of locales)
    for (const code of MailboxProblemCode.options) {
      expect(translate(locale, problemKey(code, false))).not.toMatch(advice);
      if (setUp.includes(code)) expect(translate(locale, problemKey(code, true))).toMatch(advice);
    }
});

it('CHN-2 at a mailbox that is kept nobody is sent to look for a typing fault, or to test or try again, when its server is away', () => {
  const away = ['no-such-host', 'lookup-failed', 'nobody-answers', 'too-slow', 'not-a-mail-server', 'cut-off', 'hub-fault'] as const;
  for (const locale of locales)
    for (const code of away) {
      expect(translate(locale, problemKey(code, false))).not.toMatch(
        /check the|test again|try again|tjek|test igen|prøv igen|sjekk|test igjen|prøv igjen|kontrollera|testa igen|försök igen/i,
      );
      expect(problemKey(code, true)).not.toBe(problemKey(code, false));
    }
});
