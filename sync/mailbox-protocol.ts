import * as z from 'zod/mini';
import { connectMailbox } from '../domain/channel/connect-mailbox';
import { Id } from '../domain/model/ids';
import { MailboxProblem, MailboxSettings, MailboxStanding } from '../domain/model/mailbox';

/** What goes over the wire when a team's own mailbox is set up. Only the hub can do it, and a password goes one way only: to it. */

const Password = z.string().check(z.minLength(1), z.maxLength(1000));

export const MailboxPresetRequest = z.object({ inboxId: Id, address: z.string().check(z.minLength(3), z.maxLength(320)) });
/** Which password signs in there: the account's own, one made for this use, or none at all. */
export const PasswordKind = z.enum(['own', 'app-password', 'not-taken']);
export const MailboxPreset = z.object({
  /** Its name, `null` where only servers were found. */
  provider: z.nullable(z.string()),
  settings: MailboxSettings,
  password: PasswordKind,
  /** A private account, which belongs to nobody's organisation: the hub's client at the provider may not let it in. */
  personal: z.optional(z.boolean()),
  /** The provider's own page about that. */
  help: z.nullable(z.string()),
});
export const MailboxPresetAnswer = z.object({ preset: z.nullable(MailboxPreset) });

export const MailboxTestRequest = z.object({ inboxId: Id, settings: MailboxSettings, password: Password });
/** What is wrong at each of the two servers; `null` is well. */
export const MailboxTestAnswer = z.object({ imap: z.nullable(MailboxProblem), smtp: z.nullable(MailboxProblem) });

export const MailboxConnectRequest = z.object({ channel: connectMailbox.args, settings: MailboxSettings, password: Password });
export const MailboxSignInRequest = z.object({ settings: MailboxSettings, password: Password });
/** Nothing was connected unless both servers answered well. */
export const MailboxSignInAnswer = z.object({ connected: z.boolean(), test: MailboxTestAnswer });

export const MailboxAnswer = z.object({
  /** `null` when it is signed out. */
  settings: z.nullable(MailboxSettings),
  standing: MailboxStanding,
  importSince: z.number(),
  /** Mails found on the server, fetched from it, and fetched but not yet in a conversation. */
  progress: z.object({ found: z.number(), taken: z.number(), waiting: z.number() }),
});

export type MailboxPreset = z.infer<typeof MailboxPreset>;
export type MailboxTestAnswer = z.infer<typeof MailboxTestAnswer>;
export type MailboxAnswer = z.infer<typeof MailboxAnswer>;
