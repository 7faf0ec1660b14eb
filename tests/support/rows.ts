import type { TableName } from '../../domain/core/tables';
import type { Write } from '../../domain/core/tx';
import type { Agent } from '../../domain/model/agent';
import type { Channel } from '../../domain/model/channel';
import type { Conversation } from '../../domain/model/conversation';
import { agentSpace, type Id, inboxSpace, workspaceSpace } from '../../domain/model/ids';
import type { Inbox } from '../../domain/model/inbox';
import type { Member } from '../../domain/model/member';
import type { Message } from '../../domain/model/message';
import type { OutboundMail } from '../../domain/model/outbound-mail';

/** `id(7)` is a UUIDv7 that sorts by its number. */
export const id = (n: number): Id => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const workspaceId = id(1);
export const at = 1_800_000_000_000;

export const agentRow = (n: number, extra: Partial<Agent> = {}): Agent => ({
  id: id(n),
  space: workspaceSpace(workspaceId),
  name: `Agent ${n}`,
  email: `agent${n}@example.com`,
  accountAccess: false,
  superAdmin: false,
  active: true,
  ...extra,
});

export const inboxRow = (n: number, extra: Partial<Inbox> = {}): Inbox => ({
  id: id(n),
  space: inboxSpace(id(n)),
  workspaceId,
  name: `Inbox ${n}`,
  roleAddressRule: 'off',
  extraRoleAddresses: [],
  answerWithinMinutes: null,
  createdAt: at,
  ...extra,
});

export const channelRow = (n: number, inbox: number, address: string): Channel => ({
  id: id(n),
  space: inboxSpace(id(inbox)),
  inboxId: id(inbox),
  kind: 'email',
  name: address,
  address,
  fromName: 'company',
  companyName: 'Havnegaard',
  signatureHtml: '',
  logForwardsTo: 'original-sender',
  reopenTicketOnAnswer: false,
});

export const memberRow = (n: number, inbox: number, agent: number): Member => ({
  id: id(n),
  space: inboxSpace(id(inbox)),
  inboxId: id(inbox),
  agentId: id(agent),
});

export const conversationRow = (n: number, inbox: number, extra: Partial<Extract<Conversation, { status: 'open' }>> = {}): Conversation => ({
  id: id(n),
  space: inboxSpace(id(inbox)),
  inboxId: id(inbox),
  channelId: null,
  channel: 'email',
  subject: `Subject ${n}`,
  preview: '',
  commentPreview: null,
  contactId: null,
  contactName: 'Bo',
  contactAddress: 'bo@kunde.dk',
  contactDetached: false,
  participants: [],
  ownerId: null,
  previousOwnerId: null,
  teamId: null,
  ticketId: null,
  startedBy: 'contact',
  createdAt: at,
  firstInboundAt: at,
  lastInboundAt: at + n,
  lastOutboundAt: null,
  lastForwardAt: null,
  messageCount: 1,
  attachmentCount: 0,
  dueAt: null,
  deliveryProblem: null,
  bot: null,
  spam: null,
  trashed: null,
  status: 'open',
  ...extra,
});

export const messageRow = (n: number, inbox: number, conversation: number, extra: Partial<Message> = {}): Message => ({
  id: id(n),
  space: inboxSpace(id(inbox)),
  conversationId: id(conversation),
  kind: 'email',
  direction: 'in',
  author: { kind: 'contact', contactId: null, name: 'Bo', address: 'bo@kunde.dk' },
  receivedAt: at + n,
  claimedAt: null,
  to: [],
  cc: [],
  bcc: [],
  subject: `Subject ${n}`,
  text: `Text ${n}`,
  quotedText: '',
  htmlSize: 0,
  attachments: [],
  mentions: [],
  rfcMessageId: null,
  references: [],
  delivery: null,
  automatic: null,
  forwardedBy: null,
  rawHash: null,
  unreadable: null,
  event: null,
  ...extra,
});

export const outboundRow = (n: number, inbox: number, conversation: number, message: number): OutboundMail => ({
  id: id(n),
  inboxId: id(inbox),
  channelId: id(900),
  conversationId: id(conversation),
  messageId: id(message),
  rfcMessageId: `<${n}@hub.example>`,
  from: { name: 'Mette', address: 'mette@example.com' },
  recipients: ['bo@kunde.dk'],
  queuedAt: at,
});

/** A write as a rule would hand it over. */
export const write = (table: TableName, after: object | null, before?: object): Write => {
  const row = (after ?? before) as { id: Id; conversationId?: Id };
  return { table, id: row.id, within: row.conversationId, before, after } as unknown as Write;
};

/** A workspace with two inboxes (10, 11); agent 2 is a member of both, agent 3 of the first, agent 4 of the second. */
export const smallWorkspace = (): Write[] => [
  write('workspaces', { id: workspaceId, space: workspaceSpace(workspaceId), name: 'Havnegaard' }),
  ...[2, 3, 4].map((n) => write('agents', agentRow(n))),
  ...[10, 11].map((n) => write('inboxes', inboxRow(n))),
  write('members', memberRow(20, 10, 2)),
  write('members', memberRow(21, 11, 2)),
  write('members', memberRow(22, 10, 3)),
  write('members', memberRow(23, 11, 4)),
];

export const spacesOfAgent = (agent: number, ...inboxes: number[]) => [
  workspaceSpace(workspaceId),
  agentSpace(id(agent)),
  ...inboxes.map((inbox) => inboxSpace(id(inbox))),
];
