import type * as z from 'zod/mini';
import { Agent } from '../model/agent';
import { Channel } from '../model/channel';
import { Company, Contact, Deal, SenderRule } from '../model/contact';
import { ContextSettings } from '../model/context-settings';
import { Conversation } from '../model/conversation';
import { Draft } from '../model/draft';
import { HiddenMessage } from '../model/hidden-message';
import { Inbox } from '../model/inbox';
import { Invitation } from '../model/invitation';
import { MailId } from '../model/mail-id';
import { Member } from '../model/member';
import { Message } from '../model/message';
import { NotificationSettings } from '../model/notification-settings';
import { Body, OutboundMail } from '../model/outbound-mail';
import { PurgedMail } from '../model/purged-mail';
import { ReadMark } from '../model/read-mark';
import { StoppedChannel } from '../model/stopped-channel';
import { Team } from '../model/team';
import { Ticket } from '../model/ticket';
import { UndoEntry } from '../model/undo-entry';
import { ViewSettings } from '../model/view-settings';
import { Workspace } from '../model/workspace';

/** Rows that lie in a space and are synced to whoever is in it. */
export const syncedTables = {
  workspaces: Workspace,
  agents: Agent,
  contacts: Contact,
  companies: Company,
  deals: Deal,
  senderRules: SenderRule,
  inboxes: Inbox,
  channels: Channel,
  stoppedChannels: StoppedChannel,
  members: Member,
  teams: Team,
  tickets: Ticket,
  conversations: Conversation,
  messages: Message,
  drafts: Draft,
  readMarks: ReadMark,
  undoEntries: UndoEntry,
  notificationSettings: NotificationSettings,
  contextSettings: ContextSettings,
  viewSettings: ViewSettings,
} as const;

/** Rows only the host that runs the rules keeps. A client's copy, made by its own pending mutations, goes with the rebase. */
export const hostTables = {
  mailIds: MailId,
  purgedMails: PurgedMail,
  bodies: Body,
  hiddenMessages: HiddenMessage,
  outboundMails: OutboundMail,
  invitations: Invitation,
} as const;

export const tables = { ...syncedTables, ...hostTables } as const;

export type SyncedTable = keyof typeof syncedTables;
export type TableName = keyof typeof tables;
export type RowOf<T extends TableName> = z.infer<(typeof tables)[T]>;

export const syncedTableNames = Object.keys(syncedTables) as SyncedTable[];
export const tableNames = Object.keys(tables) as TableName[];
