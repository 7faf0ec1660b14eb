import { isLate } from '../../domain/conversation/is-late';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { needsAnswer, sortAtOf, type ViewId } from '../../domain/view/views-of';

/** What stands at the left of a row's first line: who owes the next word. */
export type Mark = 'failed' | 'late' | 'waiting' | 'forwarded' | 'answered' | 'none';
export type RowTime = { kind: 'over' | 'waiting'; ms: number; at: number } | { kind: 'at'; at: number };
export type ThirdLine =
  | { kind: 'failure'; state: 'failed' | 'unknown'; text: string }
  | { kind: 'spam'; reason: NonNullable<Conversation['spam']>['reason']; rule: string | null }
  | { kind: 'snoozed'; until: number | null; agentId: Id; over: boolean }
  | { kind: 'back' }
  | { kind: 'comment'; agentId: Id; text: string }
  | { kind: 'hidden' }
  | { kind: 'preview'; text: string };

export interface RowFacts {
  mark: Mark;
  /** The customer waits for us, or our word did not arrive: shown in bold. */
  owed: boolean;
  time: RowTime;
  /** Participants beside the one named. */
  others: number;
  third: ThirdLine;
  showOwner: boolean;
}

/** Everything a row shows, from the conversation alone (LIST-2). `now` in ms. */
export function rowFacts(conversation: Conversation, view: ViewId, now: number): RowFacts {
  // Who snoozed it knows that the customer waits.
  const owed = needsAnswer(conversation) && !conversation.snoozed;
  const { lastInboundAt, dueAt, deliveryProblem } = conversation;
  const late = owed && isLate(conversation, now);
  return {
    mark: deliveryProblem && view !== 'spam' ? 'failed' : late ? 'late' : owed ? 'waiting' : markOfAnswered(conversation, view),
    owed: owed || deliveryProblem !== null,
    time:
      late && dueAt !== null
        ? { kind: 'over', ms: now - dueAt, at: dueAt }
        : owed && lastInboundAt !== null
          ? { kind: 'waiting', ms: now - lastInboundAt, at: lastInboundAt }
          : { kind: 'at', at: sortAtOf(conversation, view) },
    others: Math.max(0, conversation.participants.length - 1),
    third: thirdLine(conversation, now),
    // Mine and Unassigned say whose it is by their name; Spam and Trash are nobody's.
    showOwner: !['mine', 'unassigned', 'spam', 'trash', 'sent'].includes(view),
  };
}

function markOfAnswered(conversation: Conversation, view: ViewId): Mark {
  if (view === 'spam') return 'none';
  const { lastForwardAt, lastOutboundAt } = conversation;
  if (lastForwardAt !== null && lastForwardAt >= (lastOutboundAt ?? 0)) return 'forwarded';
  return lastOutboundAt === null ? 'none' : 'answered';
}

function thirdLine(conversation: Conversation, now: number): ThirdLine {
  const { deliveryProblem, spam, commentPreview, snoozed, backAt } = conversation;
  if (spam) return { kind: 'spam', reason: spam.reason, rule: spam.rule };
  if (deliveryProblem) return { kind: 'failure', state: deliveryProblem.state, text: deliveryProblem.text };
  // A hub ends it by its own clock; until this device hears of it, it says that the time has come (D25).
  if (snoozed) return { kind: 'snoozed', until: snoozed.until, agentId: snoozed.by, over: snoozed.until !== null && snoozed.until <= now };
  const newestWord = Math.max(conversation.lastInboundAt ?? 0, conversation.lastOutboundAt ?? 0);
  if (commentPreview && commentPreview.at >= newestWord) return { kind: 'comment', agentId: commentPreview.agentId, text: commentPreview.text };
  if (backAt !== undefined && backAt > newestWord) return { kind: 'back' };
  return conversation.previewHidden ? { kind: 'hidden' } : { kind: 'preview', text: conversation.preview };
}
