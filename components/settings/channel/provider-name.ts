import type { MailProvider } from '../../../domain/model/mailbox';

/** Whom one signs in at, and what its mail is called; the same in every language. */
export const providerName: Record<MailProvider, string> = { google: 'Google', microsoft: 'Microsoft' };
export const mailName: Record<MailProvider, string> = { google: 'Gmail', microsoft: 'Microsoft 365' };
