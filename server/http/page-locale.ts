import type { Locale } from '../../utils/i18n/locale';
import { localeOf } from '../pages/locale-of';
import type { HttpHost } from './http-host';

/**
 * The language of a page one opens by its address: for who signed in at this browser the one their Samtale speaks now, which it tells with all it
 * asks; what the browser was told at the sign-in may be long past.
 */
export async function pageLocale({ visitor, sightings }: Pick<HttpHost, 'visitor' | 'sightings'>, request: Request): Promise<Locale> {
  const agentId = await visitor(request);
  return localeOf(request, agentId === undefined ? undefined : await sightings.localeOf(agentId));
}
