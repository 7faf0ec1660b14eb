import * as z from 'zod/mini';
import { Id } from './ids';

/**
 * What is left of a mail that was deleted for good, so that it never comes in again (K13): the keyed hash of its inbox and Message-ID, as an id,
 * and no word of it. Under an inbox's own id lies that inbox's key; a conversation that went is known by its own id (D27), one that `moved` into another inbox
 * too (K5). Host only, never synced.
 */
export const PurgedMail = z.object({ id: Id, inboxId: Id, key: z.optional(Id), moved: z.optional(z.literal(true)) });
export type PurgedMail = z.infer<typeof PurgedMail>;
