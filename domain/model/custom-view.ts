import * as z from 'zod/mini';
import { ChannelKind } from './channel';
import { Id } from './ids';

const some = <T extends z.ZodMiniType>(one: T, most = 200) => z.optional(z.array(one).check(z.minLength(1), z.maxLength(most)));

/** Where a conversation stands in its life: in front of the team, out of sight until a time or a word, or done. */
export const ViewState = z.enum(['open', 'snoozed', 'closed']);
export type ViewState = z.infer<typeof ViewState>;

/** Whose: of whoever looks, of nobody, or of one agent. */
export const ViewOwner = z.union([z.literal('me'), z.literal('nobody'), Id]);
export type ViewOwner = z.infer<typeof ViewOwner>;

/** What a custom view holds (VIEW-13): all that is named has to be so, of what a list names one of them. What is absent may be as it likes. */
export const ViewFilter = z.object({
  states: z.array(ViewState).check(z.minLength(1), z.maxLength(3)),
  owners: some(ViewOwner),
  teams: some(Id),
  /** The kinds of channel it may have begun in, and the channels themselves. */
  kinds: some(ChannelKind, 20),
  channels: some(Id),
  tags: some(Id),
  ticket: z.optional(z.enum(['with', 'without'])),
  /** A customer waits for us. */
  waiting: z.optional(z.literal(true)),
  /** Whoever looks follows it. */
  followed: z.optional(z.literal(true)),
  /** In the subject, or in the name or address of who it is with, whatever its capitals. */
  words: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

export const ViewTitle = z.string().check(z.trim(), z.minLength(1), z.maxLength(50));

/** A view somebody made. Shared ones stand on the row of their inbox, one's own on one's own settings (docs/decisions/0055-custom-views.md). */
export const CustomView = z.object({ id: Id, inboxId: Id, name: ViewTitle, filter: ViewFilter, by: Id });
export type CustomView = z.infer<typeof CustomView>;

/** Shared views of one inbox; and as many of one's own. */
export const mostViews = 100;
export const CustomViews = z.array(CustomView).check(z.maxLength(mostViews));
