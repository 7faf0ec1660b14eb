import type { TicketProperty } from '../../domain/model/context-settings';
import type { MessageKey } from '../../utils/i18n/messages';

/** What a ticket's properties are called, in the order in which they stand in its details. */
export const ticketPropertyNames: Record<TicketProperty, MessageKey> = {
  number: 'tktNumber',
  stage: 'tktStage',
  owner: 'owner',
  priority: 'tktPriority',
  category: 'tktCategory',
  description: 'tktDescription',
  contact: 'tktContact',
  inbox: 'factInbox',
  createdAt: 'tktCreated',
  closedAt: 'factClosed',
};
