import { mayConfirm } from './confirmation-of';
import type { ParsedMail } from './parsed-mail';

/**
 * Whether a mail is a provider asking to confirm that mail may be forwarded here: the inbox must show it, whatever the spam
 * rules say (VIEW-9, CHN-2).
 */
export const isProviderConfirmation = ({ from, subject }: Pick<ParsedMail, 'from' | 'subject'>): boolean =>
  mayConfirm({ from: from?.address ?? '', subject });
