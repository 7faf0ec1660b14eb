import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import { translate } from '../../utils/i18n/translate';
import type { Markup } from './page-layout';

/** From a tab of the browser to the inbox: the extension, its button, and the address to give it. */
export const wayIn = (locale: Locale, baseUrl: string): Markup => html`
<ol>
<li>${translate(locale, 'pageStepInstall')}</li>
<li>${translate(locale, 'pageStepOpen')}</li>
<li>${translate(locale, 'pageStepConnect')}<br><code>${baseUrl}</code></li>
</ol>`;
