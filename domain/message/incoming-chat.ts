import { z } from 'zod';
import { IncomingIds } from '../mail/incoming-mail';
import { Id, Millis } from '../model/ids';

/** One line of a website chat, by its visitor or by a bot. */
export const IncomingChat = z.object({
  kind: z.literal('chat'),
  ids: IncomingIds,
  channelId: Id,
  receivedAt: Millis,
  visitor: z.object({ name: z.string().max(500), address: z.string().max(320).nullable() }),
  /** The chat it goes on in, or `null` to begin one. */
  conversationId: Id.nullable(),
  text: z.string().max(65_536),
  /** The bot that leads the chat now; `null` once it has handed over, or where there is none. */
  bot: z.object({ name: z.string().max(200) }).nullable(),
  author: z.enum(['visitor', 'bot']),
});
export type IncomingChat = z.infer<typeof IncomingChat>;
