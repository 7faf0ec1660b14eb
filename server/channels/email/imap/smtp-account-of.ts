import type { MailboxSettings } from '../../../../domain/model/mailbox';
import type { SmtpAccount } from '../smtp-transport';

/** The SMTP side of a mailbox. */
export const smtpAccountOf = ({ smtp, user }: MailboxSettings, pass: string, ca: string | undefined): SmtpAccount => ({
  ...smtp,
  auth: { user, pass },
  certificates: ca === undefined ? undefined : { ca },
});
