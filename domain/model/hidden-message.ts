import * as z from 'zod/mini';
import { Id } from './ids';
import { Message } from './message';

/** What of a message leaves it when it is hidden. */
export const HiddenWords = z.pick(Message, {
  subject: true,
  text: true,
  quotedText: true,
  htmlSize: true,
  attachments: true,
  rawHash: true,
  cut: true,
  mentions: true,
});
export type HiddenWords = z.infer<typeof HiddenWords>;

/**
 * What a hidden message said, until it is shown again (THR-11, D15); by the message's id. Host only, never synced: not to who hid it, not to a super
 * administrator. Where this computer is the host, no screen, search or export reads it.
 */
export const HiddenMessage = z.object({ id: Id, conversationId: Id, words: HiddenWords, html: z.nullable(z.string().check(z.maxLength(5_000_000))) });
export type HiddenMessage = z.infer<typeof HiddenMessage>;
