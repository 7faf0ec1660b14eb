import type { TicketPriority } from '../../domain/model/ticket';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';

const names: Record<TicketPriority, MessageKey> = {
  low: 'tktPriorityLow',
  medium: 'tktPriorityMedium',
  high: 'tktPriorityHigh',
  urgent: 'tktPriorityUrgent',
};

export const ticketPriorities = Object.keys(names) as TicketPriority[];

/** How a ticket's priority is said. */
export const priorityName = (priority: TicketPriority, { t }: Pick<Text, 't'>): string => t(names[priority]);
