import type { MessageKey } from '../../utils/i18n/messages';

/** Something a single key does. Two acts of which only one is ever offered, as close and reopen, are one. */
export interface Command {
  /** What a device's own choice of key is kept under. */
  id: string;
  /** Its keys until somebody gives it another, as `KeyboardEvent.key` names them; the first is the one that is shown. */
  usual: readonly [string, ...string[]];
  label: MessageKey;
  /** The only place that has it: the panes of the full page, or quick triage. */
  only?: 'panes' | 'triage';
}

/** Every key that can be changed, in the order of the key sheet (ALL-2). */
export const commands: readonly Command[] = [
  { id: 'next', usual: ['j'], label: 'keyNext' },
  { id: 'previous', usual: ['k'], label: 'keyPrevious' },
  { id: 'tick', usual: ['x'], label: 'keyTick' },
  { id: 'reply', usual: ['r'], label: 'actionReply' },
  { id: 'comment', usual: ['i'], label: 'actionComment' },
  { id: 'assign-to-me', usual: ['a'], label: 'actionAssignToMe' },
  { id: 'close', usual: ['e'], label: 'keyCloseReopen' },
  { id: 'ticket-status', usual: ['u'], label: 'actionTicketStatus' },
  { id: 'snooze', usual: ['h'], label: 'actionSnooze' },
  { id: 'tag', usual: ['t'], label: 'actionTag' },
  { id: 'move', usual: ['v'], label: 'actionMove' },
  { id: 'follow', usual: ['b'], label: 'keyFollow' },
  { id: 'unread', usual: ['m'], label: 'readUnread' },
  { id: 'spam', usual: ['!'], label: 'keySpam' },
  { id: 'always-allow', usual: ['w'], label: 'actionAlwaysAllow' },
  { id: 'trash', usual: ['Delete', '#'], label: 'keyTrash' },
  { id: 'delete-forever', usual: ['Backspace'], label: 'actionDeleteForever' },
  { id: 'undo', usual: ['z'], label: 'undo' },
  { id: 'details', usual: ['d'], label: 'keyDetails' },
  { id: 'keys', usual: ['?'], label: 'keySheet' },
  { id: 'triage-unassigned', usual: ['1'], label: 'view_unassigned', only: 'triage' },
  { id: 'triage-mine', usual: ['2'], label: 'view_mine', only: 'triage' },
  { id: 'triage-page', usual: ['o'], label: 'openFullPage', only: 'triage' },
  { id: 'triage-panel', usual: ['p'], label: 'triageOpenPanel', only: 'triage' },
];

/** Keys that mean the same in every program, and the label of what they do here. They stay. */
export const fixedKeys: readonly { key: string; label: MessageKey; only?: 'panes' }[] = [
  { key: 'Enter', label: 'keyOpen' },
  { key: 'Escape', label: 'keyBack' },
  { key: 'Mod+Enter', label: 'keySend' },
  { key: 'F6', label: 'keyNextPane', only: 'panes' },
  { key: 'Mod+a', label: 'keyTickAll' },
];
