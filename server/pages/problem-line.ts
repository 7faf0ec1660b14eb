import { html } from 'hono/html';
import type { Locale } from '../../utils/i18n/locale';
import type { MessageKey } from '../../utils/i18n/messages';
import { translate } from '../../utils/i18n/translate';

/** What went wrong, in a sentence, read out at once; nothing when nothing did. */
export const problemLine = (locale: Locale, problem: MessageKey | null) =>
  problem ? html`<p class="problem" role="alert" id="problem">${translate(locale, problem)}</p>` : '';
