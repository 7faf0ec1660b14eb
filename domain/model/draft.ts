import * as z from 'zod/mini';
import { Address } from './address';
import { Id, Millis, SpaceId } from './ids';
import { Attachment } from './message';

export const DraftContent = z.object({
  mode: z.enum(['reply', 'comment']),
  to: z.array(Address).check(z.maxLength(100)),
  cc: z.array(Address).check(z.maxLength(100)),
  bcc: z.array(Address).check(z.maxLength(100)),
  /** TipTap HTML of the editor, sanitised again before it is shown or sent. */
  html: z.string().check(z.maxLength(500_000)),
  attachments: z.array(Attachment).check(z.maxLength(50)),
});
export type DraftContent = z.infer<typeof DraftContent>;

/** An unsent text of one agent, in that agent's own space (K1). `revision` grows with each save: a stale save keeps both texts. */
export const Draft = z.object({
  id: Id,
  space: SpaceId,
  conversationId: Id,
  revision: z.int().check(z.positive()),
  updatedAt: Millis,
  content: DraftContent,
});
export type Draft = z.infer<typeof Draft>;
