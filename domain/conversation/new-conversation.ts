import { foldAddress } from '../model/address';
import type { Channel } from '../model/channel';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';

/** Who begins it, as far as known. */
export interface Starter {
  contactId: Id | null;
  name: string;
  address: string | null;
}

/** A conversation before its first message: open, unassigned, begun by the contact in `channel`. */
export const newConversation = (id: Id, channel: Channel, begun: { at: number; subject: string; starter: Starter }): Conversation => ({
  id,
  space: channel.space,
  inboxId: channel.inboxId,
  channelId: channel.id,
  channel: channel.kind,
  subject: begun.subject,
  preview: '',
  commentPreview: null,
  contactId: begun.starter.contactId,
  contactName: begun.starter.name,
  contactAddress: begun.starter.address,
  contactDetached: false,
  participants: participantOf(begun.starter),
  ownerId: null,
  previousOwnerId: null,
  teamId: null,
  ticketId: null,
  startedBy: 'contact',
  createdAt: begun.at,
  firstInboundAt: null,
  lastInboundAt: null,
  lastOutboundAt: null,
  lastForwardAt: null,
  messageCount: 0,
  attachmentCount: 0,
  dueAt: null,
  deliveryProblem: null,
  bot: null,
  spam: null,
  trashed: null,
  status: 'open',
});

/** Where the address stands for a name there is none, and the first mail that tells it fills it in. */
const participantOf = ({ name, address }: Starter) => (address ? [{ name: foldAddress(name) === foldAddress(address) ? '' : name, address }] : []);
