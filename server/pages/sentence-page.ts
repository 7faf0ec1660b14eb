import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import { translate } from '../../utils/i18n/translate';
import type { Markup } from './page-layout';

/** A page that only says why it goes no further. */
export const sentencePage = (locale: Locale, sentence: string): Markup => html`
<h1>${translate(locale, 'pageProblemTitle')}</h1>
<p class="problem" role="alert" id="problem">${sentence}</p>`;
