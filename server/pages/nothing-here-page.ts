import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import { translate } from '../../utils/i18n/translate';
import { page } from './page-layout';

/** For a person who came by an address the hub does not have. */
export const nothingHerePage = (locale: Locale): Promise<Response> =>
  page({
    locale,
    title: translate(locale, 'pageNothingHereTitle'),
    status: 404,
    body: html`
<h1>${translate(locale, 'pageNothingHereTitle')}</h1>
<p class="lead">${translate(locale, 'pageNothingHere')}</p>
<p><a href="/">${translate(locale, 'pageToLanding')}</a></p>`,
  });
