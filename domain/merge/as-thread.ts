import { withMessage } from '../conversation/with-message';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';

/** The row with counts, times and previews as these messages, oldest first, make them. A machine's mail alone leaves it where it stands (VIEW-8). */
export function asThread({ previewHidden: _, ...row }: Conversation, messages: readonly Message[]): Conversation {
  const never = { firstInboundAt: null, lastInboundAt: null, lastOutboundAt: null };
  const blank = { ...row, ...never, preview: '', commentPreview: null, messageCount: 0, attachmentCount: 0 };
  const full = messages.reduce<Conversation>((so, message) => withMessage(so, message, { quiet: message.blocked === true }), blank);
  return { ...full, firstInboundAt: full.firstInboundAt ?? row.firstInboundAt };
}
