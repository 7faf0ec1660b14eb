import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import type { MessageKey } from '../../utils/i18n/messages';
import { translate } from '../../utils/i18n/translate';
import type { Markup } from './page-layout';
import { problemLine } from './problem-line';

export interface JoinForm {
  locale: Locale;
  hub: string;
  formToken: string;
  /** The extension's authorize query, when its own window opened the link: accepting goes on from there. */
  authorizeQuery: string;
  /** The agent the link signs in, or `null` for somebody new. */
  agent: { name: string; email: string; hasPassword: boolean } | null;
  name: string;
  email: string;
  problem: MessageKey | null;
}

/** What an invitation link opens. Looking at it changes nothing; the button accepts. */
export const joinPage = (form: JoinForm): Markup => {
  const { agent } = form;
  const t = (key: MessageKey) => translate(form.locale, key, { hub: form.hub, name: agent?.name ?? '' });
  return html`
<h1>${t(agent === null ? 'pageJoinTitle' : 'pageJoinAsTitle')}</h1>
<p class="lead">${t(agent === null ? 'pageJoinLead' : 'pageJoinAsLead')}</p>
${problemLine(form.locale, form.problem)}
<form method="post">
<input type="hidden" name="formToken" value="${form.formToken}"><input type="hidden" name="authorizeQuery" value="${form.authorizeQuery}">
${agent === null ? newcomerFields(form) : agentFields(form, agent)}
<button type="submit">${t(agent === null ? 'pageJoinAction' : 'signInAction')}</button>
</form>`;
};

const newcomerFields = ({ locale, name, email }: JoinForm) => html`
<label for="name">${translate(locale, 'pageName')}</label>
<input id="name" name="name" autocomplete="name" required maxlength="200" value="${name}" autofocus>
<label for="email">${translate(locale, 'pageEmail')}</label>
<input id="email" name="email" type="email" autocomplete="username" required maxlength="320" value="${email}">
<label for="password">${translate(locale, 'pagePassword')}</label>
<input id="password" name="password" type="password" autocomplete="new-password" required minlength="10" maxlength="200" aria-describedby="password-help">
<p class="help" id="password-help">${translate(locale, 'pagePasswordHelp')}</p>`;

/** The address is shown because it is what one signs in with the next time; password managers read it here too. */
const agentFields = ({ locale }: JoinForm, { email, hasPassword }: NonNullable<JoinForm['agent']>) => html`
<label for="email">${translate(locale, 'pageEmailOfAccount')}</label>
<input id="email" type="email" autocomplete="username" readonly value="${email}">
<label for="password">${translate(locale, 'pageNewPassword')}</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="10" maxlength="200" aria-describedby="password-help" autofocus>
<p class="help" id="password-help">${translate(locale, hasPassword ? 'pageNewPasswordHelp' : 'pageFirstPasswordHelp')}</p>`;
