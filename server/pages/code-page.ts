import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import type { MessageKey } from '../../utils/i18n/messages';
import { translate } from '../../utils/i18n/translate';
import type { Markup } from './page-layout';
import { problemLine } from './problem-line';

/** The second step for those who have turned two-factor on. */
export const codePage = (form: { locale: Locale; formToken: string; oauthQuery: string; problem: MessageKey | null }): Markup => html`
<h1>${translate(form.locale, 'pageCodeTitle')}</h1>
${problemLine(form.locale, form.problem)}
<form method="post" action="/login/code">
<input type="hidden" name="formToken" value="${form.formToken}"><input type="hidden" name="oauthQuery" value="${form.oauthQuery}">
<label for="code">${translate(form.locale, 'pageCode')}</label>
<input id="code" name="code" autocomplete="one-time-code" inputmode="text" required maxlength="40" autofocus>
<button type="submit">${translate(form.locale, 'signInAction')}</button>
</form>
<p class="help">${translate(form.locale, 'pageCodeLost')}</p>`;
