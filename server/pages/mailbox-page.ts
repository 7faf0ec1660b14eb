import { html } from 'hono/html';
import { formatFullDate } from '../../utils/i18n/format-full-date';
import type { Locale } from '../../utils/i18n/locale';
import { translate } from '../../utils/i18n/translate';
import type { LocalMail } from '../mailbox/local-mailbox';
import { page } from './page-layout';

const subjectOf = (locale: Locale, mail: LocalMail) => mail.subject || translate(locale, 'mailboxNoSubject');
const recipientsOf = (locale: Locale, mail: LocalMail) => translate(locale, 'mailboxTo', { recipients: mail.recipients.join(', ') });

/** The mails that stayed here, newest first. */
export const mailboxPage = (locale: Locale, mails: readonly LocalMail[]): Promise<Response> =>
  page({
    locale,
    title: translate(locale, 'mailboxTitle'),
    wide: true,
    body: html`
<h1>${translate(locale, 'mailboxTitle')}</h1>
<p class="lead">${translate(locale, 'mailboxLead')}</p>
${mails.length === 0 ? html`<p>${translate(locale, 'mailboxEmpty')}</p>` : ''}
<ul class="plain">${mails.map(
      (mail) => html`<li><a href="/mailbox/${mail.id}">${subjectOf(locale, mail)}</a>
<p>${recipientsOf(locale, mail)}</p><p class="help">${formatFullDate(locale, mail.at)}</p></li>`,
    )}</ul>`,
  });

/** One of them, as text. */
export const mailboxMailPage = (locale: Locale, mail: LocalMail): Promise<Response> =>
  page({
    locale,
    title: subjectOf(locale, mail),
    wide: true,
    body: html`
<h1>${subjectOf(locale, mail)}</h1>
<p>${translate(locale, 'mailboxFrom', { sender: mail.from })}</p>
<p>${recipientsOf(locale, mail)}</p>
<p class="help">${formatFullDate(locale, mail.at)}</p>
<pre>${mail.text}</pre>
<p><a href="/mailbox/${mail.id}.eml">${translate(locale, 'mailboxDownload')}</a></p>
<p><a href="/mailbox">${translate(locale, 'mailboxBack')}</a></p>`,
  });
