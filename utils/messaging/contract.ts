import * as z from 'zod/mini';
import { Id } from '../../domain/model/ids';
import type { OpenInvitation } from '../../domain/model/invitation';
import { MailProvider } from '../../domain/model/mailbox';
import type { HostedReach } from '../../sync/hosted-protocol';
import {
  MailClientRequest,
  type MailClientsAnswer,
  type MailSignInBegun,
  MailSignInConnectRequest,
  type MailSignInOutcome,
  MailSignInRequest,
} from '../../sync/mail-sign-in-protocol';
import {
  type MailboxAnswer,
  MailboxConnectRequest,
  type MailboxPreset,
  MailboxPresetRequest,
  type MailboxSignInAnswer,
  MailboxSignInRequest,
  type MailboxTestAnswer,
  MailboxTestRequest,
} from '../../sync/mailbox-protocol';
import { type MovedMail, MoveHead, MoveStateRequest } from '../../sync/move-protocol';
import type { NoticeMail } from '../../sync/notice-protocol';

/**
 * Every call between the extension's contexts, by direction; each is parsed on receipt and its sender checked (K17, X2).
 * Pages read and write IndexedDB themselves: what stands here is only what needs the network or the platform, which the
 * worker alone touches. What our scripts in mail pages may ask for stands in `mail-page-calls.ts`; embedded frames have no verb yet.
 */

/** Sent by our own pages (top frame, our origin). */
export const PageToBackground = z.discriminatedUnion('type', [
  /** Something was queued, or a person wants the newest: sync now. Answers at once. */
  z.object({ type: z.literal('nudge') }),
  /** A choice of this device changed that the worker acts on: its language, what the toolbar button opens, how much it may keep. */
  z.object({ type: z.literal('device-changed') }),
  /** Open `url` (normalised by the page), check it is a hub we can talk to, sign in. Answers `ConnectAnswer`. */
  z.object({ type: z.literal('connect'), url: z.string().check(z.maxLength(500)) }),
  /** The session of this connection ended: sign in again. Answers `ConnectAnswer`. */
  z.object({ type: z.literal('sign-in'), connectionId: z.string() }),
  /** Sign out. With unsent changes it needs the person's choice (X13); without one it answers how many there are. */
  z.object({ type: z.literal('sign-out'), connectionId: z.string(), unsent: z.enum(['ask', 'send', 'discard']) }),
  /** Take everything of Samtale off this device. Answers `ResetAnswer`: refused while anything waits. */
  z.object({ type: z.literal('reset-device') }),
  /** Bring the HTML of these messages of a thread into the `bodies` table of the connection the page shows. */
  z.object({ type: z.literal('fetch-bodies'), connectionId: z.string(), conversationId: Id, messageIds: z.array(Id).check(z.maxLength(100)) }),
  /** Bring an attachment into the `files` table. */
  z.object({ type: z.literal('fetch-file'), connectionId: z.string(), messageId: Id, hash: z.string() }),
  /** Remote images a person asked to see, through the hub's proxy (X5). Answers `data:` URLs by original URL. */
  z.object({
    type: z.literal('fetch-images'),
    connectionId: z.string(),
    messageId: Id,
    urls: z.array(z.string().check(z.maxLength(4000))).check(z.maxLength(200)),
  }),
  /** The invitations nobody has used yet: they lie on the hub alone. */
  z.object({ type: z.literal('open-invitations'), connectionId: z.string() }),
  z.object({ type: z.literal('withdraw-invitation'), connectionId: z.string(), invitationId: Id }),
  /** A team's own mailbox, which the hub alone reaches. A password passes through on its way to the hub and is kept nowhere. */
  z.object({ type: z.literal('mailbox-preset'), connectionId: z.string(), request: MailboxPresetRequest }),
  z.object({ type: z.literal('mailbox-test'), connectionId: z.string(), request: MailboxTestRequest }),
  z.object({ type: z.literal('mailbox-connect'), connectionId: z.string(), request: MailboxConnectRequest }),
  z.object({ type: z.literal('mailbox-sign-in'), connectionId: z.string(), channelId: Id, request: MailboxSignInRequest }),
  z.object({ type: z.literal('mailbox-sign-out'), connectionId: z.string(), channelId: Id }),
  /** Servers, standing, and how far the import is. */
  z.object({ type: z.literal('mailbox-state'), connectionId: z.string(), channelId: Id }),
  /** Have the hub go to a mailbox's servers now, however long it would pause. */
  z.object({ type: z.literal('mailbox-try'), connectionId: z.string(), channelId: Id }),
  /** The hub's clients at Google and Microsoft, and a mailbox signed in by one of them. A secret passes through as a password does. */
  z.object({ type: z.literal('mailbox-clients'), connectionId: z.string() }),
  z.object({ type: z.literal('mailbox-client-put'), connectionId: z.string(), provider: MailProvider, client: MailClientRequest }),
  z.object({ type: z.literal('mailbox-client-remove'), connectionId: z.string(), provider: MailProvider }),
  z.object({ type: z.literal('mailbox-begin'), connectionId: z.string(), request: MailSignInRequest }),
  z.object({ type: z.literal('mailbox-outcome'), connectionId: z.string(), signInId: Id }),
  z.object({ type: z.literal('mailbox-connect-signed-in'), connectionId: z.string(), signInId: Id, request: MailSignInConnectRequest }),
  /** Under which domain the hub makes addresses of its own, and whether mail finds one of them. */
  z.object({ type: z.literal('hosted-domain'), connectionId: z.string() }),
  z.object({ type: z.literal('hosted-reach'), connectionId: z.string(), channelId: Id }),
  /** Whether the hub can mail me while I am away, and another try after a mail came back (NTF-2). */
  z.object({ type: z.literal('notice-mail'), connectionId: z.string() }),
  z.object({ type: z.literal('notice-mail-again'), connectionId: z.string() }),
  /** Send mails of a workspace of this computer, whose bytes lie in its database, to an inbox of a hub; and ask what became of them. */
  z.object({ type: z.literal('move-mails'), connectionId: z.string(), localId: z.string(), head: MoveHead }),
  z.object({ type: z.literal('move-states'), connectionId: z.string(), request: MoveStateRequest }),
]);
export type PageToBackground = z.infer<typeof PageToBackground>;

/** `problem` is a code the locales turn into a sentence that says what to do (`connect_<problem>`). */
export const ConnectProblem = z.enum([
  'not-a-url',
  'http-off-loopback',
  'unreachable',
  'redirected',
  'not-a-hub',
  'older-hub',
  'newer-hub',
  'clock-off',
  'cancelled',
  'sign-in-failed',
]);
export type ConnectProblem = z.infer<typeof ConnectProblem>;
export type ConnectAnswer = { connectionId: string } | { problem: ConnectProblem; detail: string };
export type ResetAnswer = { done: true } | { unsent: number };
export type SignOutAnswer = { done: true } | { unsent: number } | { failed: string };

/** What became of a fetch a page asked for; the rows then lie in IndexedDB. `refused`: not, or no longer, for this agent. */
export const FetchProblem = z.enum(['offline', 'signed-out', 'incompatible', 'refused', 'disk-full']);
export type FetchProblem = z.infer<typeof FetchProblem>;
export type FetchAnswer = { done: true } | { failed: FetchProblem };
export type InvitationsAnswer = { invitations: OpenInvitation[] } | { failed: FetchProblem };
/** Why settings about mail came to nothing: `address-taken` is another channel's, or an agent's (CHN-4); `no-client`: none at this provider; `not-found`: it has run out or somebody removed it. */
export const SetUpProblem = z.enum([...FetchProblem.options, 'address-taken', 'no-client', 'not-found', 'bad-request']);
export type SetUpProblem = z.infer<typeof SetUpProblem>;
/** What the hub answered, or why it could not. */
export type SetUpAnswer<T> = { answer: T } | { failed: SetUpProblem };
export type { HostedReach, MailboxAnswer, MailboxPreset, MailboxTestAnswer, MailClientsAnswer, MailSignInBegun, MailSignInOutcome, NoticeMail };
/** `no-inbox`: it is gone, or we are not in it; `no-channel`: it has no address mail comes by. */
export type MoveMailsAnswer = { mails: MovedMail[] } | { failed: FetchProblem | 'not-allowed' | 'no-inbox' | 'no-channel' };
export type ImagesAnswer = { images: Record<string, string> } | { failed: FetchProblem };

/** What each call of a page answers. */
export interface PageAnswers {
  nudge: null;
  'device-changed': null;
  connect: ConnectAnswer;
  'sign-in': ConnectAnswer;
  'sign-out': SignOutAnswer;
  'reset-device': ResetAnswer;
  'fetch-bodies': FetchAnswer;
  'fetch-file': FetchAnswer;
  'fetch-images': ImagesAnswer;
  'open-invitations': InvitationsAnswer;
  'withdraw-invitation': FetchAnswer;
  'mailbox-preset': SetUpAnswer<MailboxPreset | null>;
  'mailbox-test': SetUpAnswer<MailboxTestAnswer>;
  'mailbox-connect': SetUpAnswer<z.infer<typeof MailboxSignInAnswer>>;
  'mailbox-sign-in': SetUpAnswer<z.infer<typeof MailboxSignInAnswer>>;
  'mailbox-sign-out': SetUpAnswer<null>;
  'mailbox-state': SetUpAnswer<MailboxAnswer>;
  'mailbox-try': SetUpAnswer<null>;
  'mailbox-clients': SetUpAnswer<MailClientsAnswer>;
  'mailbox-client-put': SetUpAnswer<null>;
  'mailbox-client-remove': SetUpAnswer<null>;
  'mailbox-begin': SetUpAnswer<MailSignInBegun>;
  'mailbox-outcome': SetUpAnswer<MailSignInOutcome | null>;
  'mailbox-connect-signed-in': SetUpAnswer<null>;
  'hosted-domain': SetUpAnswer<string>;
  'hosted-reach': SetUpAnswer<HostedReach>;
  'notice-mail': SetUpAnswer<NoticeMail>;
  'notice-mail-again': SetUpAnswer<null>;
  'move-mails': MoveMailsAnswer;
  'move-states': MoveMailsAnswer;
}
