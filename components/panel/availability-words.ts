import type { AvailabilityAt } from '../../domain/agent/availability-at';
import { intlTag } from '../../utils/i18n/locale';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';

/** "Available until 17:00", "Away until Mon 08:00", as far as working hours tell; else "You are away" where it is one's own. */
export function availabilityWords(text: Text, { state, until }: AvailabilityAt, now: number, you = false): string {
  // Until when is said in place of who: there is no room for both.
  const words: Record<AvailabilityAt['state'], MessageKey> =
    you && until === null
      ? { available: 'availabilityYouAreAvailable', away: 'availabilityYouAreAway' }
      : { available: 'availabilityAvailable', away: 'availabilityAway' };
  if (until === null) return text.t(words[state]);
  const today = new Date(until).toDateString() === new Date(now).toDateString();
  const day = today ? '' : `${new Intl.DateTimeFormat(intlTag[text.locale], { weekday: 'short' }).format(until)} `;
  return text.t('availabilityUntil', { words: text.t(words[state]), time: day + text.time(until) });
}
