import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import type { MessageKey } from '../../utils/i18n/messages';
import { translate } from '../../utils/i18n/translate';
import type { Markup } from './page-layout';
import { problemLine } from './problem-line';

/** Whom a link lets in: somebody new, the one agent of a hub nobody has signed in to yet, or an agent who was here before. */
export type Guest =
  | { kind: 'new' }
  | { kind: 'first'; name: string; email: string }
  | { kind: 'known'; name: string; email: string; hasPassword: boolean };

export interface JoinForm {
  locale: Locale;
  hub: string;
  formToken: string;
  /** The extension's authorize query, when its own window opened the link: accepting goes on from there. */
  authorizeQuery: string;
  guest: Guest;
  /** As typed; empty at first. */
  name: string;
  email: string;
  team?: string;
  problem: MessageKey | null;
}

const words: Record<Guest['kind'], { title: MessageKey; lead: MessageKey; action: MessageKey }> = {
  new: { title: 'pageJoinTitle', lead: 'pageJoinLead', action: 'pageJoinAction' },
  first: { title: 'pageFirstTitle', lead: 'pageFirstLead', action: 'signInAction' },
  known: { title: 'pageJoinAsTitle', lead: 'pageJoinAsLead', action: 'signInAction' },
};

export const joinTitle = ({ locale, hub, guest }: Pick<JoinForm, 'locale' | 'hub' | 'guest'>): string =>
  translate(locale, words[guest.kind].title, { hub, name: guest.kind === 'new' ? '' : guest.name });

/** What an invitation link opens. Looking at it changes nothing; the button accepts. */
export const joinPage = (form: JoinForm): Markup => {
  const { locale, guest } = form;
  return html`
<h1>${joinTitle(form)}</h1>
<p class="lead">${translate(locale, words[guest.kind].lead, { hub: form.hub })}</p>
${problemLine(locale, form.problem)}
<form method="post">
<input type="hidden" name="formToken" value="${form.formToken}"><input type="hidden" name="authorizeQuery" value="${form.authorizeQuery}">
${fieldsOf(form, guest)}
<button type="submit">${translate(locale, words[guest.kind].action)}</button>
</form>`;
};

function fieldsOf(form: JoinForm, guest: Guest): Markup {
  const { locale } = form;
  if (guest.kind === 'new')
    return html`${nameField(locale, form.name)}
${emailField(locale, 'pageEmail', form.email)}
${passwordField(locale, 'pagePassword', 'pagePasswordHelp', 'required')}`;
  // The address is shown because it is what one signs in with the next time; password managers read it here too.
  if (guest.kind === 'known')
    return html`<label for="email">${translate(locale, 'pageEmailOfAccount')}</label>
<input id="email" type="email" autocomplete="username" readonly value="${guest.email}">
${passwordField(locale, 'pageNewPassword', guest.hasPassword ? 'pageNewPasswordHelp' : 'pageFirstPasswordHelp', 'autofocus')}`;
  return html`${nameField(locale, form.name || guest.name)}
${emailField(locale, 'pageEmailOfAccount', form.email || guest.email)}
<label for="team">${translate(locale, 'pageTeam')}</label>
<input id="team" name="team" autocomplete="organization" required maxlength="200" value="${form.team ?? form.hub}">
${passwordField(locale, 'pagePassword', 'pageFirstPasswordHelp')}`;
}

const nameField = (locale: Locale, value: string) => html`<label for="name">${translate(locale, 'pageName')}</label>
<input id="name" name="name" autocomplete="name" required maxlength="200" value="${value}" autofocus>`;

const emailField = (locale: Locale, label: MessageKey, value: string) => html`<label for="email">${translate(locale, label)}</label>
<input id="email" name="email" type="email" autocomplete="username" required maxlength="320" value="${value}">`;

const passwordField = (
  locale: Locale,
  label: MessageKey,
  help: MessageKey,
  also?: 'required' | 'autofocus',
) => html`<label for="password">${translate(locale, label)}</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="10" maxlength="200" aria-describedby="password-help" ${also ?? ''}>
<p class="help" id="password-help">${translate(locale, help)}</p>`;
