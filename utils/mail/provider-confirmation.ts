import { foldAddress } from '../../domain/model/address';
import type { ParsedMail } from './parsed-mail';

/**
 * Whether a mail is a provider asking to confirm that mail may be forwarded here: the inbox must show it, whatever the spam
 * rules say (VIEW-9, CHN-2). Senders as seen in 2026; Gmail alone sends its mail in the account's language.
 */
export function isProviderConfirmation(mail: Pick<ParsedMail, 'from' | 'subject'>): boolean {
  const from = foldAddress(mail.from?.address ?? '');
  return confirmations.some((one) => one.from.test(from) && one.subject.test(mail.subject));
}

const confirmations = [
  { from: /^forwarding-noreply@google\.com$/, subject: /./ },
  { from: /^(?:mail-noreply|gmail-noreply)@google\.com$/, subject: /confirm|bekræft|bekreft|bekräfta|bestätig/i },
  {
    from: /^[\w.-]{1,60}@(?:accountprotection\.microsoft|outlook|microsoft|office365)\.com$/,
    subject: /forward|verif|videresend|vidarebefordra|weiterleit/i,
  },
  { from: /^[\w.-]{1,60}@(?:zoho(?:mail)?|zohocorp)\.(?:com|eu)$/, subject: /forward/i },
  { from: /^[\w.-]{1,60}@(?:cc\.yahoo-inc|yahoo|yahoo-inc)\.com$/, subject: /forward/i },
  { from: /^[\w.-]{1,60}@fastmail\.com$/, subject: /forward/i },
];
