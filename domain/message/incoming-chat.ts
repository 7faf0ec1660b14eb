import * as z from 'zod/mini';
import { IncomingIds } from '../mail/incoming-mail';
import { Id, Millis } from '../model/ids';

/** One line of a website chat, by its visitor or by a bot. */
export const IncomingChat = z.object({
  kind: z.literal('chat'),
  ids: IncomingIds,
  channelId: Id,
  receivedAt: Millis,
  visitor: z.object({ name: z.string().check(z.maxLength(500)), address: z.nullable(z.string().check(z.maxLength(320))) }),
  /** The chat it goes on in, or `null` to begin one. */
  conversationId: z.nullable(Id),
  text: z.string().check(z.maxLength(65_536)),
  /** The bot that leads the chat now; `null` once it has handed over, or where there is none. */
  bot: z.nullable(z.object({ name: z.string().check(z.maxLength(200)) })),
  author: z.enum(['visitor', 'bot']),
});
export type IncomingChat = z.infer<typeof IncomingChat>;
