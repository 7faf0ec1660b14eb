import type { MailboxSettings } from '../../../../domain/model/mailbox';
import type { SmtpAccount } from '../smtp-transport';
import type { MailboxLogin } from './imap-connection';

/** The SMTP side of a mailbox. */
export const smtpAccountOf = ({ smtp, user }: MailboxSettings, login: MailboxLogin, ca: string | undefined): SmtpAccount => ({
  ...smtp,
  auth: { user, ...login },
  certificates: ca === undefined ? undefined : { ca },
});
