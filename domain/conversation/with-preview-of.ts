import { previewOf } from '../message/preview-of';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';

/** The row with this message as the one it previews; of a hidden one it says only that (D15). */
export function withPreviewOf({ previewHidden: _, ...row }: Conversation, message: Message | undefined): Conversation {
  if (message?.hidden) return { ...row, preview: '', previewHidden: message.id };
  return { ...row, preview: message ? previewOf(message) : '' };
}
