import type { DraftContent } from '../../domain/model/draft';
import type { Id } from '../../domain/model/ids';
import type { UndoEntry } from '../../domain/model/undo-entry';
import type { ArgsOf } from '../../domain/mutations';
import { backOfMany } from './back-of-many';
import type { WaitingChange } from './waiting-changes';

/** The act that takes a change back. */
export type TakeBackAct =
  | { name: 'undo'; args: ArgsOf<'undo'> }
  | { name: 'actOnMany'; args: ArgsOf<'actOnMany'>[] }
  | { name: 'cancelSend' | 'takeBackComment'; args: ArgsOf<'cancelSend'> };

/**
 * How a change that waits is taken back (X11, X26): by an act of its own that goes to the hub after it, never by leaving it out of the outbox, where
 * it may be on its way. Words become a draft again. Of an act on many each row has a way back of its own. `undefined`: its rule
 * kept nothing to take it back by.
 */
export function takeBackOf({ uuid: actId, args, many }: WaitingChange, entry: UndoEntry | undefined, draftId: Id): TakeBackAct | undefined {
  if (many) return (args as ArgsOf<'actOnMany'>).act === 'undo' ? undefined : { name: 'actOnMany', args: backOfMany(many) };
  if (!entry) return undefined;
  if (!entry.wrote) return { name: 'undo', args: { actId } };
  const { conversationId } = entry.wrote;
  const comment = entry.act === 'addComment';
  const content = entry.act === 'retrySend' ? undefined : wordsOf(comment ? 'comment' : 'reply', args as Partial<DraftContent>);
  return { name: comment ? 'takeBackComment' : 'cancelSend', args: { actId, conversationId, draft: content ? { id: draftId, content } : null } };
}

const wordsOf = (mode: DraftContent['mode'], { to = [], cc = [], bcc = [], html = '', attachments = [] }: Partial<DraftContent>): DraftContent => ({
  mode,
  to,
  cc,
  bcc,
  html,
  attachments,
});
