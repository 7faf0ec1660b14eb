import type { Action } from './action';
import { assignToMe } from './assign-to-me';
import { blockSender, unblockSender } from './block-sender';
import { closeConversation } from './close-conversation';
import { closeTicket } from './close-ticket';
import { deleteForever } from './delete-forever';
import { followConversation, unfollowConversation } from './follow-conversation';
import { alwaysAllowSender, markNotSpam } from './mark-not-spam';
import { markSpam } from './mark-spam';
import { markUnread } from './mark-unread';
import { mergeConversation } from './merge-conversation';
import { moveConversation } from './move-conversation';
import { reopenConversation } from './reopen-conversation';
import { reopenTicket } from './reopen-ticket';
import { restoreConversation } from './restore-conversation';
import { endSnooze, snoozeConversation } from './snooze-conversation';
import { tagConversation } from './tag-conversation';
import { ticketStatus } from './ticket-status';
import { trashConversation } from './trash-conversation';
import { writeComment } from './write-comment';
import { writeReply } from './write-reply';

/** Those of a conversation's menu, in its groups and their order. */
export const menuActions: readonly (readonly Action[])[] = [
  [
    assignToMe,
    closeConversation,
    reopenConversation,
    reopenTicket,
    ticketStatus,
    snoozeConversation,
    endSnooze,
    followConversation,
    unfollowConversation,
    tagConversation,
    markUnread,
  ],
  [
    moveConversation,
    mergeConversation,
    markSpam,
    markNotSpam,
    alwaysAllowSender,
    blockSender,
    unblockSender,
    trashConversation,
    restoreConversation,
    deleteForever,
  ],
];

/** Everything that can be done to a conversation: that, and what has a button of its own. */
export const allActions: readonly Action[] = [writeReply, writeComment, closeTicket, ...menuActions.flat()];
