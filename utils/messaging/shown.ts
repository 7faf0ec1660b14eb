import * as z from 'zod/mini';
import { Id } from '../../domain/model/ids';
import { Doing } from '../../sync/protocol';

/** What a page shows to a person: a conversation of this account, and what they do in it. */
export const Shown = z.object({ conversationId: Id, connection: z.string(), doing: Doing });
export type Shown = z.infer<typeof Shown>;
