import * as z from 'zod/mini';

/** Every way an act can be refused. The sentence for each stands in the locales under `refusal_<code>`. */
export const RefusalCode = z.enum([
  'not-found',
  'not-allowed',
  'bad-arguments',
  'unknown-mutation',
  'newer-client',
  'not-a-member',
  'in-by-team',
  'team-elsewhere',
  'owner-not-a-member',
  'already-closed',
  'not-closed',
  'in-trash',
  'not-in-trash',
  'not-due',
  'closed-not-snoozed',
  'time-passed',
  'not-snoozed',
  'mail-on-its-way',
  'message-hidden',
  'not-hidden',
  'hidden-words-gone',
  'in-spam',
  'not-in-spam',
  'no-ticket',
  'has-ticket',
  'ticket-in-other-inbox',
  'contact-at-limit',
  'no-contact',
  'has-contact',
  'stage-gone',
  'bot-not-handed-over',
  'no-recipient',
  'bad-recipient',
  'empty-message',
  'no-mail-channel',
  'attachment-missing',
  'already-sent',
  'already-left',
  'nothing-to-undo',
  'changed-since',
  'address-taken',
  'own-address',
  'nobody-to-block',
  'not-blocked',
  'address-of-contact',
  'invitation-used',
  'invitation-expired',
  'gone',
  'moved',
  'disk-full',
  'hub-restored',
  'needs-hub',
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** An expected "no": a value, never an exception. `detail` holds what the sentence needs (a time in ms, a number, a name). */
export const Refusal = z.object({ refused: RefusalCode, detail: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) });
export type Refusal = z.infer<typeof Refusal>;

export const refuse = (refused: RefusalCode, detail?: Refusal['detail']): Refusal => (detail ? { refused, detail } : { refused });
