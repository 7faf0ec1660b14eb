import * as z from 'zod/mini';
import { Id, Millis } from '../domain/model/ids';

/**
 * What goes over the wire when a workspace of one computer moves into an inbox of a hub: its mails, as they came, a few at a time. What is sent
 * again is known again, by the workspace it comes from and the sha256 of its bytes.
 */

const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** No more of either in one request; a mail at the limit of size goes alone. */
export const moveLimits = { mails: 20, bytes: 40 * 1024 * 1024, head: 64 * 1024, asked: 500 } as const;

export const MovingMail = z.object({
  hash: Hash,
  /** Bytes; they follow the head, mail by mail, with nothing between. */
  size: z.int().check(z.minimum(1), z.maximum(moveLimits.bytes)),
  /** `sent` is one of our own. */
  folder: z.enum(['inbox', 'sent']),
  /** When it came, ms: what was asked is taken in before its answer. */
  at: Millis,
  /** The address of one's own it came by; the hub's channel with that address takes it, else the inbox's first. */
  address: z.nullable(z.string().check(z.maxLength(320))),
  /** Only its beginning was ever kept. */
  cut: z.boolean(),
});
export type MovingMail = z.infer<typeof MovingMail>;

/** The first line of `POST /moves/mails`, JSON; then the bytes. `from` is the workspace that moves. */
export const MoveHead = z.object({ from: Id, inboxId: Id, mails: z.array(MovingMail).check(z.minLength(1), z.maxLength(moveLimits.mails)) });
export type MoveHead = z.infer<typeof MoveHead>;

/** `POST /moves/state` */
export const MoveStateRequest = z.object({ from: Id, inboxId: Id, hashes: z.array(Hash).check(z.maxLength(moveLimits.asked)) });

/** What became of a mail; the hub remembers it for a week, and what it has forgotten may be sent again. */
export const MovedMail = z.discriminatedUnion('state', [
  z.object({ hash: Hash, state: z.enum(['unknown', 'waiting']) }),
  /** It could not be taken in at several tries; the hub goes on trying, and its log says why. */
  z.object({ hash: Hash, state: z.literal('stuck') }),
  /** It keeps none such: a notice it wrote itself. */
  z.object({ hash: Hash, state: z.literal('left-out') }),
  /** `known`: the inbox had it already (X8). */
  z.object({ hash: Hash, state: z.enum(['taken', 'known', 'unreadable']), messageId: Id, conversationId: Id }),
]);
export type MovedMail = z.infer<typeof MovedMail>;
export const MoveAnswer = z.object({ mails: z.array(MovedMail) });
