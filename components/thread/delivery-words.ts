import { DeliveryProblem } from '../../domain/message/delivery-problem';
import { MailboxProblemCode } from '../../domain/model/mailbox';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';

const codes = new Set<string>([...MailboxProblemCode.options, ...DeliveryProblem.options]);

/** What a server said of a mail, as it said it, or the hub's own reason, which comes as a code; `hub-`: its own mail server is meant, not a team's. */
export function deliveryWords(said: string, t: Text['t']): string {
  const [first = '', ...more] = said.split(' ');
  if (first === ('address-not-sendable' satisfies DeliveryProblem)) return t('chnProblem_address-not-sendable', { address: more.join(' ') });
  const code = codes.has(first) ? first : first.replace(/^hub-/, '');
  if (more.length > 0 || !codes.has(code)) return said;
  const words = t(`chnProblem_${code}` as MessageKey);
  return code === first ? words : t('deliveryHubServer', { words });
}
