import * as z from 'zod/mini';
import { Id, Millis, SpaceId } from './ids';

/** What one act changed, field by field, so that undo restores exactly that (D1, X26). Lies in the actor's own space. */
export const UndoEntry = z.object({
  /** The act's own uuid. */
  id: Id,
  space: SpaceId,
  act: z.string(),
  at: Millis,
  changes: z.array(
    z.object({
      table: z.enum(['conversations', 'tickets', 'senderRules']),
      id: Id,
      /** Fields as they were / as the act left them; `null` = the row was not there. A field that was absent is listed in neither. */
      before: z.nullable(z.record(z.string(), z.json())),
      after: z.nullable(z.record(z.string(), z.json())),
    }),
  ),
  /** Messages it put into another conversation (THR-17). */
  moved: z.optional(z.object({ from: Id, to: Id, messageIds: z.array(Id) })),
  /** The message the act wrote, where it wrote one: taken back as a whole, with its words (`cancelSend`, `takeBackComment`). */
  wrote: z.optional(z.object({ messageId: Id, conversationId: Id })),
});
export type UndoEntry = z.infer<typeof UndoEntry>;
