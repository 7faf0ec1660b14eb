import type { Message } from '../model/message';
import { firstWords } from './first-words';

/** What a row shows of a message (LIST-2): its first words, without the signature below them (RFC 3676 4.3), else its subject. */
export function previewOf({ text, subject }: Pick<Message, 'text' | 'subject'>): string {
  const [words = ''] = text.split(/(?:^|\r?\n)-- \r?\n/, 1);
  return firstWords(words.trim() || text || subject);
}
