import * as z from 'zod/mini';

/** One stage of an inbox's pipeline (TKT-8). */
export const StageId = z.string().check(z.minLength(1), z.maxLength(100));
export const StageName = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
export const Stage = z.object({
  id: StageId,
  /** `null`: one every inbox begins with, said in the language of whoever reads it. */
  name: z.nullable(StageName),
  /** Whether a ticket in it is open or closed. */
  state: z.enum(['open', 'closed']),
  /** It is no more: tickets that stood in it stand in this one (docs/decisions/0027). */
  into: z.optional(StageId),
});
export type Stage = z.infer<typeof Stage>;
