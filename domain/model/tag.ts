import * as z from 'zod/mini';
import { Id } from './ids';

export const TagName = z.string().check(z.trim(), z.minLength(1), z.maxLength(50));

/** A word a team puts on conversations (THR-16). All of a workspace's stand on its row. */
export const Tag = z.object({
  id: Id,
  name: TagName,
  /** It is that one now: whatever names this one means that (docs/decisions/0048-tags.md). */
  into: z.optional(Id),
});
export type Tag = z.infer<typeof Tag>;
