import type { DeliveryProblem } from '../../../domain/message/delivery-problem';
import type { MailTransport } from './mail-transport';

/** The way out of a hub others reach that has no mail server: a mail waits and says why, nothing pretends to have sent it. */
export const noMailServer: MailTransport = async () => ({
  result: 'retry',
  text: 'no-mail-server' satisfies DeliveryProblem,
});
