import * as z from 'zod/mini';
import { Millis } from './ids';

/** One server of a mailbox. `none` is for a server on the hub's own machine: a password never crosses a network in the clear. */
export const MailServer = z
  .object({
    host: z.string().check(z.maxLength(255), z.regex(/^(::)?[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/i)),
    port: z.int().check(z.minimum(1), z.maximum(65_535)),
    security: z.enum(['tls', 'starttls', 'none']),
  })
  .check(z.refine(({ host, security }) => security !== 'none' || /^(localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host), { path: ['security'] }));
export type MailServer = z.infer<typeof MailServer>;

/** Where a team's own mailbox lies and how one signs in, all but the password. */
export const MailboxSettings = z.object({ imap: MailServer, smtp: MailServer, user: z.string().check(z.minLength(1), z.maxLength(320)) });
export type MailboxSettings = z.infer<typeof MailboxSettings>;

/** Whom one signs in at instead of giving the hub a password (OAuth). */
export const MailProvider = z.enum(['google', 'microsoft']);
export type MailProvider = z.infer<typeof MailProvider>;

/** Every way a mailbox can fail to answer; what to do about each is said on screen. */
export const MailboxProblemCode = z.enum([
  'no-such-host',
  'lookup-failed',
  'nobody-answers',
  'too-slow',
  'bad-certificate',
  'no-encryption',
  'not-a-mail-server',
  'sign-in-refused',
  'app-password-needed',
  'passwords-not-taken',
  'too-many-connections',
  'cut-off',
  'server-refused',
  'hostile-server',
  'password-lost',
  /** Of a sign-in at Google or Microsoft: taken back or run out; given without what is needed; the hub's client itself; too much at once. */
  'consent-ended',
  'permission-missing',
  'client-refused',
  'slow-down',
  /** Nothing out there is to blame: the hub's own disk, database or program. */
  'hub-fault',
]);
export type MailboxProblemCode = z.infer<typeof MailboxProblemCode>;

/** What is wrong, at which of the servers, and its own words where it said any. */
export const MailboxProblem = z.object({
  code: MailboxProblemCode,
  server: z.enum(['imap', 'smtp', 'google', 'microsoft']),
  words: z.string().check(z.maxLength(1000)),
});
export type MailboxProblem = z.infer<typeof MailboxProblem>;

/** Where a mailbox stands; `since` is when that began (ms). `signed-out`: the hub has no way in. */
export const MailboxStanding = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed-out'), since: Millis }),
  z.object({ state: z.literal('importing'), since: Millis }),
  z.object({ state: z.literal('working'), since: Millis }),
  z.object({ state: z.literal('failing'), since: Millis, problem: MailboxProblem }),
]);
export type MailboxStanding = z.infer<typeof MailboxStanding>;

/** A team's own mailbox behind a mail channel (CHN-2). Servers and password are the hub's alone; members see where it stands. */
export const Mailbox = z.object({
  /** Mail received before this is left where it is. */
  importSince: Millis,
  /** Signed in there, by consent; without it by a password at its servers. */
  provider: z.optional(MailProvider),
  /**
   * The archive as well, as it was when the mailbox was connected: still to come in, all of it in, or there is none. Left out: nobody asked for it.
   */
  archived: z.optional(z.enum(['wanted', 'in', 'missing'])),
  /** Of reading. */
  standing: MailboxStanding,
  /** That it sends nothing, although it may be read: since when and why. Without it nothing is known against sending. */
  sending: z.optional(z.object({ since: Millis, problem: MailboxProblem })),
});
export type Mailbox = z.infer<typeof Mailbox>;
