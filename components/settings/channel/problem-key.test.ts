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
