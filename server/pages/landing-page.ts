import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import { translate } from '../../utils/i18n/translate';
import { page } from './page-layout';
import { wayIn } from './way-in';

/** What stands at a hub's own address in a plain tab: what this is, and how one gets in. */
export const landingPage = (locale: Locale, { name, baseUrl }: { name: string; baseUrl: string }): Promise<Response> =>
  page({
    locale,
    title: translate(locale, 'pageLandingTitle', { hub: name }),
    body: html`
<h1>${translate(locale, 'pageLandingTitle', { hub: name })}</h1>
<p class="lead">${translate(locale, 'pageLandingLead')}</p>
${wayIn(locale, baseUrl)}
<p class="help">${translate(locale, 'pageForgotten')}</p>`,
  });
