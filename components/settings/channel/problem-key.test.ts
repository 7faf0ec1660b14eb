import { expect, it } from 'vitest';
import { MailboxProblemCode, triedAgain } from '../../../domain/model/mailbox';
import { translate } from '../../../utils/i18n/translate';
import { problemKey } from './problem-key';

it('CHN-2 of a test nobody says that the hub tries again by itself: it does not', () => {
  // Of a provider's API alone, which no test asks.
  const testable = MailboxProblemCode.options.filter((code) => code !== 'slow-down');
  for (const locale of ['en', 'da', 'nb', 'sv'] as const)
    for (const code of testable) expect(translate(locale, problemKey(code, true))).not.toMatch(/by itself|prøver selv|av seg selv|av sig själv/i);
  for (const code of triedAgain) expect(translate('en', problemKey(code, false))).toContain('tries again by itself');
});
