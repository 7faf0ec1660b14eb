import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import { translate } from '../../utils/i18n/translate';
import { page } from './page-layout';

/** What a link to a message shows in a plain browser tab: where to read it. */
export const openMessagePage = (locale: Locale): Promise<Response> =>
  page({
    locale,
    title: translate(locale, 'pageMessageTitle'),
    body: html`<h1>${translate(locale, 'pageMessageTitle')}</h1><p>${translate(locale, 'pageMessageHow')}</p>`,
  });
