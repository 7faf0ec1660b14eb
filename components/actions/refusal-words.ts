import type { Refusal } from '../../domain/core/refusal';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';

/** The sentence of a refusal; times in its detail are written as the clock shows them. */
export function refusalWords({ t, time }: Text, refusal: Refusal): string {
  const detail = { ...refusal.detail };
  if (typeof detail.until === 'number') detail.until = time(detail.until);
  return t(`refusal_${refusal.refused}` as MessageKey, detail);
}
