import { html } from 'hono/html';
import type { MailSignInOutcome } from '../../sync/mail-sign-in-protocol';
import type { Locale } from '../../utils/i18n/locale';
import type { MessageKey } from '../../utils/i18n/messages';
import { translate } from '../../utils/i18n/translate';
import { page } from './page-layout';

/** Where somebody lands who comes back from signing in at Google or Microsoft: what came of it, and where to go on. */
export function mailSignInPage(locale: Locale, outcome: MailSignInOutcome): Promise<Response> {
  if ('problem' in outcome) {
    const { problem, words, address = '' } = outcome;
    return page({
      locale,
      title: translate(locale, 'oauPageFailed'),
      status: 400,
      body: html`
<h1>${translate(locale, 'oauPageFailed')}</h1>
<p class="problem" role="alert">${translate(locale, `oauProblem_${problem}` as MessageKey, { address })}</p>
${words ? html`<p>${translate(locale, 'chnSays', { words })}</p>` : ''}
<p class="help">${translate(locale, 'oauPageAgain')}</p>`,
    });
  }
  return page({
    locale,
    title: translate(locale, 'oauPageDone'),
    body: html`
<h1>${translate(locale, 'oauPageDone')}</h1>
<p class="lead">${translate(locale, 'oauPageDoneAs', { address: outcome.address })}</p>`,
  });
}
