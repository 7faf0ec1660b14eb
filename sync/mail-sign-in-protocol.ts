import * as z from 'zod/mini';
import { connectMailbox } from '../domain/channel/connect-mailbox';
import { Id } from '../domain/model/ids';
import { MailSignInProblem } from '../domain/model/mail-sign-in-problem';
import { MailTenant } from '../domain/model/mail-tenant';
import { MailProvider } from '../domain/model/mailbox';

/** What goes over the wire when a mailbox is signed in at Google or Microsoft. The client's secret goes one way only: to the hub. */

const Access = z.enum(['api', 'imap']);

/** The hub's client at a provider, as registered there. */
export const MailClient = z.object({
  clientId: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  /** Microsoft's directory: an id, a domain, or `organizations`. Empty for Google. */
  tenant: z.string().check(z.trim(), z.maxLength(200), z.regex(/^[a-z0-9.-]*$/i)),
  /** By the provider's API, or by IMAP and SMTP. */
  access: Access,
});
export const MailClientsAnswer = z.object({
  /** The address to register. */
  redirectUri: z.string(),
  google: z.nullable(MailClient),
  microsoft: z.nullable(MailClient),
});
/** Without a secret the one there is stays. */
export const MailClientRequest = z.extend(MailClient, {
  tenant: MailTenant,
  secret: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))),
});

/** Into an inbox, or again to a mailbox there is. */
export const MailSignInRequest = z.union([z.object({ provider: MailProvider, inboxId: Id }), z.object({ channelId: Id })]);
/** `url` is where the person signs in, in a tab of its own, within ten minutes. */
export const MailSignInBegun = z.object({ id: Id, url: z.string() });

export const MailSignInOutcome = z.union([
  /** `words` are the provider's own; `address` is the account that was signed in with, where it is the wrong one. */
  z.object({ problem: MailSignInProblem, words: z.string().check(z.maxLength(1000)), address: z.optional(z.string()) }),
  z.object({ address: z.string() }),
]);
export type MailSignInOutcome = z.infer<typeof MailSignInOutcome>;
export const MailSignInAnswer = z.object({ outcome: z.nullable(MailSignInOutcome) });

export const MailSignInConnectRequest = z.object({ channel: connectMailbox.args });

export type MailSignInRequest = z.infer<typeof MailSignInRequest>;
export type MailClient = z.infer<typeof MailClient>;
export type MailClientsAnswer = z.infer<typeof MailClientsAnswer>;
export type MailSignInBegun = z.infer<typeof MailSignInBegun>;
export type MailSignInAnswer = z.infer<typeof MailSignInAnswer>;
