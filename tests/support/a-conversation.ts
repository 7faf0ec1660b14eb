import { Conversation } from '../../domain/model/conversation';
import { conversationRow } from './rows';

/** A conversation as a screen shows it: an e-mail of a minute past nine, open, nobody's, waiting for an answer. */
export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  const at = Date.UTC(2026, 10, 12, 9, 1);
  return Conversation.parse({
    ...conversationRow(170, 1),
    subject: 'Leveringen mangler to stoleben',
    preview: 'Vi har 14 gæster på lørdag',
    contactName: 'Henrik Østergaard-Thomsen',
    contactAddress: 'henrik@kunde.example',
    participants: [{ name: 'Henrik Østergaard-Thomsen', address: 'henrik@kunde.example' }],
    createdAt: at,
    firstInboundAt: at,
    lastInboundAt: at,
    ...changes,
  });
}
