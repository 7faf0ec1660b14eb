import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import type { MessageKey } from '../../utils/i18n/messages';
import { translate } from '../../utils/i18n/translate';
import type { Markup } from './page-layout';
import { problemLine } from './problem-line';

export interface LoginForm {
  locale: Locale;
  hub: string;
  formToken: string;
  /** The signed query the OAuth server put on our URL; empty when somebody simply opened the page. */
  oauthQuery: string;
  email: string;
  problem: MessageKey | null;
}

/** E-mail and password. Works without a script. */
export const loginPage = ({ locale, hub, formToken, oauthQuery, email, problem }: LoginForm): Markup => html`
<h1>${translate(locale, 'pageSignInTitle', { hub })}</h1>
${problemLine(locale, problem)}
<form method="post" action="/login">
<input type="hidden" name="formToken" value="${formToken}"><input type="hidden" name="oauthQuery" value="${oauthQuery}">
<label for="email">${translate(locale, 'pageEmail')}</label>
<input id="email" name="email" type="email" autocomplete="username" required maxlength="320" value="${email}"${email ? '' : html` autofocus`}>
<label for="password">${translate(locale, 'pagePassword')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"${email ? html` autofocus` : ''}>
<button type="submit">${translate(locale, 'signInAction')}</button>
</form>
<p class="help">${translate(locale, 'pageForgotten')}</p>`;
