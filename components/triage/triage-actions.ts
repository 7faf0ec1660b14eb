import type { MessageKey } from '../../utils/i18n/messages';
import type { Action } from '../actions/action';
import { assignToMe } from '../actions/assign-to-me';
import { closeConversation } from '../actions/close-conversation';
import { markSpam } from '../actions/mark-spam';
import { snoozeConversation } from '../actions/snooze-conversation';
import { trashConversation } from '../actions/trash-conversation';

/** What quick triage offers, in its order, under words that fit five abreast (SUR-4). Closing touches this conversation alone (D1). */
export const triageActions: readonly { action: Action; short: MessageKey }[] = [
  { action: assignToMe, short: 'triageTake' },
  { action: closeConversation, short: 'triageClose' },
  { action: snoozeConversation, short: 'triageSnooze' },
  { action: trashConversation, short: 'triageTrash' },
  { action: markSpam, short: 'triageSpam' },
];
