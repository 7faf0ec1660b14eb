import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import { translate } from '../../utils/i18n/translate';
import type { Markup } from './page-layout';
import { wayIn } from './way-in';

/** Signed in outside the extension's own window: how to go on there. */
export const signedInPage = (locale: Locale, baseUrl: string): Markup => html`
<h1>${translate(locale, 'pageSignedInTitle')}</h1>
<p class="lead">${translate(locale, 'pageSignedInNext')}</p>
${wayIn(locale, baseUrl)}`;
