import type { Message } from '../../domain/model/message';

/** Every file a message holds: its attachments, and the mail as it came. */
export function hashesOfMessage(message: Pick<Message, 'attachments' | 'rawHash'> | null): string[] {
  if (!message) return [];
  const hashes = [...message.attachments.map((attachment) => attachment.hash), message.rawHash];
  return [...new Set(hashes.filter((hash) => hash !== null))];
}
