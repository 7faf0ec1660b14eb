import { addAlias } from './agent/add-alias';
import { removeAlias } from './agent/remove-alias';
import { setAgentActive } from './agent/set-agent-active';
import { setAvailability } from './agent/set-availability';
import { setWorkingHours } from './agent/set-working-hours';
import { updateAgent } from './agent/update-agent';
import { actOnMany } from './bulk/act-on-many';
import { connectMailbox } from './channel/connect-mailbox';
import { createChannel } from './channel/create-channel';
import { disconnectMailbox } from './channel/disconnect-mailbox';
import { recordMailbox } from './channel/record-mailbox';
import { setChannelTickets } from './channel/set-channel-tickets';
import { updateChannel } from './channel/update-channel';
import { attachContact } from './contact/attach-contact';
import { createContact } from './contact/create-contact';
import { detachContact } from './contact/detach-contact';
import { updateContact } from './contact/update-contact';
import { arrangeContext } from './context/arrange-context';
import { assignConversation } from './conversation/assign-conversation';
import { closeConversation } from './conversation/close-conversation';
import { markNotSpam } from './conversation/mark-not-spam';
import { markSpam } from './conversation/mark-spam';
import { moveConversation } from './conversation/move-conversation';
import { reopenConversation } from './conversation/reopen-conversation';
import { restoreConversation } from './conversation/restore-conversation';
import { trashConversation } from './conversation/trash-conversation';
import type { Mutation } from './core/define-mutation';
import { discardDraft } from './draft/discard-draft';
import { saveDraft } from './draft/save-draft';
import { followConversation } from './follow/follow-conversation';
import { unfollowConversation } from './follow/unfollow-conversation';
import { createInbox } from './inbox/create-inbox';
import { updateInbox } from './inbox/update-inbox';
import { acceptInvitation } from './invitation/accept-invitation';
import { createInvitation } from './invitation/create-invitation';
import { revokeInvitation } from './invitation/revoke-invitation';
import { logMail } from './mail/log-mail';
import { removeImported } from './mail/remove-imported';
import { addMember } from './member/add-member';
import { addTeam } from './member/add-team';
import { removeMember } from './member/remove-member';
import { removeTeam } from './member/remove-team';
import { mergeConversations } from './merge/merge-conversations';
import { splitConversation } from './merge/split-conversation';
import { addComment } from './message/add-comment';
import { cancelSend } from './message/cancel-send';
import { hideMessage } from './message/hide-message';
import { receiveMessage } from './message/receive-message';
import { recordDelivery } from './message/record-delivery';
import { retrySend } from './message/retry-send';
import { sendReply } from './message/send-reply';
import { takeBackComment } from './message/take-back-comment';
import { unhideMessage } from './message/unhide-message';
import { setNotifications } from './notification/set-notifications';
import { setReadMark } from './read-mark/set-read-mark';
import { putRecord } from './record/put-record';
import { setRouting } from './routing/set-routing';
import { blockSender } from './sender/block-sender';
import { removeSenderRule } from './sender/remove-sender-rule';
import { setSenderRule } from './sender/set-sender-rule';
import { unblockSender } from './sender/unblock-sender';
import { endSnooze } from './snooze/end-snooze';
import { snoozeConversation } from './snooze/snooze-conversation';
import { changeTags } from './tag/change-tags';
import { tagConversation } from './tag/tag-conversation';
import { untagConversation } from './tag/untag-conversation';
import { createTeam } from './team/create-team';
import { deleteTeam } from './team/delete-team';
import { renameTeam } from './team/rename-team';
import { setTeamMembers } from './team/set-team-members';
import { changeStages } from './ticket/change-stages';
import { closeTicket } from './ticket/close-ticket';
import { createTicket } from './ticket/create-ticket';
import { deleteTicket } from './ticket/delete-ticket';
import { linkTicket } from './ticket/link-ticket';
import { reopenTicket } from './ticket/reopen-ticket';
import { setTicketStage } from './ticket/set-ticket-stage';
import { updateTicket } from './ticket/update-ticket';
import { deleteForever } from './trash/delete-forever';
import { undo } from './undo/undo';
import { orderViews } from './view/order-views';
import { removeView } from './view/remove-view';
import { saveView } from './view/save-view';
import { addAgent } from './workspace/add-agent';
import { renameWorkspace } from './workspace/rename-workspace';
import { setAccountAccess } from './workspace/set-account-access';
import { setSuperAdmin } from './workspace/set-super-admin';
import { setTicketLimit } from './workspace/set-ticket-limit';
import { setUpWorkspace } from './workspace/set-up-workspace';

/** Every mutation there is, by name: the table of contents of the rulebook. One file each; names on the wire are these keys. */
export const mutations = {
  assignConversation,
  closeConversation,
  reopenConversation,
  moveConversation,
  trashConversation,
  restoreConversation,
  deleteForever,
  markSpam,
  markNotSpam,
  blockSender,
  unblockSender,
  snoozeConversation,
  endSnooze,
  followConversation,
  unfollowConversation,
  tagConversation,
  untagConversation,
  actOnMany,
  mergeConversations,
  splitConversation,

  detachContact,
  attachContact,
  createContact,
  updateContact,
  arrangeContext,
  saveView,
  removeView,
  orderViews,

  createTicket,
  linkTicket,
  updateTicket,
  setTicketStage,
  closeTicket,
  reopenTicket,
  deleteTicket,

  sendReply,
  retrySend,
  cancelSend,
  addComment,
  takeBackComment,
  hideMessage,
  unhideMessage,
  saveDraft,
  discardDraft,
  setReadMark,
  undo,

  logMail,
  receiveMessage,
  recordDelivery,

  setUpWorkspace,
  renameWorkspace,
  setTicketLimit,
  changeTags,
  addAgent,
  updateAgent,
  addAlias,
  removeAlias,
  setAvailability,
  setWorkingHours,
  setNotifications,
  setAccountAccess,
  setSuperAdmin,
  setAgentActive,
  createInbox,
  updateInbox,
  changeStages,
  createChannel,
  connectMailbox,
  disconnectMailbox,
  recordMailbox,
  updateChannel,
  setChannelTickets,
  setRouting,
  addMember,
  removeMember,
  createTeam,
  renameTeam,
  setTeamMembers,
  deleteTeam,
  addTeam,
  removeTeam,
  setSenderRule,
  removeSenderRule,
  createInvitation,
  revokeInvitation,
  acceptInvitation,
  putRecord,
  removeImported,
} as const;

export type Mutations = typeof mutations;
export type MutationName = keyof Mutations;
export type ArgsOf<N extends MutationName> = Mutations[N] extends Mutation<string, infer Args> ? Args : never;

export const findMutation = (name: string): Mutation | undefined =>
  Object.hasOwn(mutations, name) ? (mutations as Record<string, Mutation>)[name] : undefined;

/** Grows when a mutation's arguments change meaning. A host accepts its own version and the ones in `acceptedSchemaVersions` (I14). */
export const schemaVersion = 1;
export const acceptedSchemaVersions: readonly number[] = [1];
