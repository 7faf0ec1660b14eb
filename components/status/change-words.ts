import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';

/** What each act is called in a list of waiting or refused changes. */
const acts: Record<string, MessageKey> = {
  assignConversation: 'changeAssign',
  closeConversation: 'changeClose',
  closeTicket: 'changeCloseTicket',
  reopenConversation: 'changeReopen',
  reopenTicket: 'changeReopenTicket',
  createTicket: 'changeCreateTicket',
  detachContact: 'ctxChangeDetach',
  attachContact: 'ctxChangeAttach',
  createContact: 'ctxChangeCreate',
  updateContact: 'ctxChangeUpdate',
  arrangeContext: 'ctxChangeArrange',
  linkTicket: 'changeLinkTicket',
  updateTicket: 'changeTicket',
  setTicketStage: 'changeTicketStage',
  deleteTicket: 'changeDeleteTicket',
  trashConversation: 'changeTrash',
  restoreConversation: 'changeRestore',
  markSpam: 'changeSpam',
  markNotSpam: 'changeNotSpam',
  addComment: 'changeComment',
  sendReply: 'changeReply',
  retrySend: 'changeRetry',
  cancelSend: 'changeCancelSend',
  takeBackComment: 'changeTakeBackComment',
  saveDraft: 'changeDraft',
  discardDraft: 'changeDiscardDraft',
  setAvailability: 'changeAvailability',
  setNotifications: 'changeNotifications',
  createInvitation: 'changeInvite',
  updateChannel: 'changeChannel',
  createChannel: 'changeChannel',
  setRouting: 'changeRouting',
  createInbox: 'changeInbox',
  updateInbox: 'changeInbox',
  changeStages: 'changeInbox',
  setChannelTickets: 'changeChannel',
  addMember: 'changeMember',
  removeMember: 'changeMember',
  createTeam: 'changeTeam',
  renameTeam: 'changeTeam',
  setTeamMembers: 'changeTeam',
  deleteTeam: 'changeTeam',
  addTeam: 'changeMember',
  removeTeam: 'changeMember',
  setAccountAccess: 'changeAccess',
  updateAgent: 'changeAgent',
  setSenderRule: 'changeSenderRule',
  removeSenderRule: 'changeSenderRule',
  addAlias: 'changeAlias',
  removeAlias: 'changeAlias',
  renameWorkspace: 'changeWorkspace',
  undo: 'changeUndo',
};

/** A change in words: what, and on which conversation when it is known. */
export const changeWords = ({ t }: Text, name: string, about: string | undefined): string => {
  const what = t(acts[name] ?? 'changeOther');
  return about ? t('changeAbout', { what, about }) : what;
};
