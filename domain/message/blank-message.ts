import type { Message } from '../model/message';

/** What most messages have nothing of; each kind fills in its own. */
export const blankMessage = {
  claimedAt: null,
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  text: '',
  quotedText: '',
  htmlSize: 0,
  attachments: [],
  rfcMessageId: null,
  references: [],
  delivery: null,
  automatic: null,
  forwardedBy: null,
  rawHash: null,
  unreadable: null,
  event: null,
} satisfies Partial<Message>;
