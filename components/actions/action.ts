import type { LucideIcon } from 'lucide-react';
import type { Refusal } from '../../domain/core/refusal';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { Ticket } from '../../domain/model/ticket';
import type { ArgsOf } from '../../domain/mutations';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';
import type { Perform } from './use-perform';

/** What an action is done to: the conversation under the cursor, or the one open. */
export interface Subject {
  conversation: Conversation;
  /** Its ticket, where it has one this device knows. */
  ticket: Ticket | undefined;
  /** Other open conversations of the same ticket, for "Close ticket and n conversations" (D1). */
  openSiblings: number;
  /** All others of it that are not in trash, for "Delete ticket" (D6). */
  liveSiblings: number;
}

/** What is asked before an act: there is no way back from it, or it needs a time or an inbox. */
export type Question = 'delete-forever' | 'block-sender' | 'snooze' | 'tag' | 'move-conversation' | 'merge-conversation';

/** What an action may use beside its subject. */
export interface ActionContext {
  me: Id;
  now: number;
  text: Text;
  perform: Perform;
  compose(mode: 'reply' | 'comment'): void;
  /** Opens the choice of a ticket's status; absent where nothing can be opened, as in quick triage. */
  pickStatus?(on: Conversation): void;
  /** Unread, or read, for oneself; absent in quick triage. */
  toggleUnread?(on: Conversation): Promise<void>;
  /** Opens the question an act begins with; absent there too. */
  ask?(question: Question, on: Conversation): void;
  actInto?: ActInto;
}

/** Does an act that puts messages into another conversation: whoever read the one stands in the other then, and back there once it is undone (THR-17). */
export type ActInto = <N extends 'mergeConversations' | 'splitConversation'>(
  name: N,
  args: ArgsOf<N>,
  way: { from: Id; into: Id },
  done: string,
) => Promise<void>;

/** Ready, not offered here at all, or refused: then it stays visible with its reason. */
export type ActionState = 'ready' | 'absent' | Refusal;

/** One thing a person can do, written once: buttons, menus and keys all take it from here. */
export interface Action {
  name: string;
  /** Usual keys (`commands`), as `KeyboardEvent.key` names them; none for what has only a menu line. Which a device has instead, `useKeys` knows. */
  keys?: readonly string[];
  danger?: boolean;
  label(subject: Subject): MessageKey;
  icon(subject: Subject): LucideIcon;
  state(subject: Subject, context: Pick<ActionContext, 'me' | 'now' | 'ask' | 'pickStatus' | 'toggleUnread'>): ActionState;
  perform(subject: Subject, context: ActionContext): unknown;
}
