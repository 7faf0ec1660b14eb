import type { HiddenWords } from '../model/hidden-message';
import type { Message } from '../model/message';

/** A message's own words and files, and the message without them. */
export function wordsOf({ subject, text, quotedText, htmlSize, attachments, rawHash, cut, mentions, ...rest }: Message): {
  words: HiddenWords;
  rest: Message;
} {
  const words = { subject, text, quotedText, htmlSize, attachments, rawHash, ...(cut && { cut }), ...(mentions && { mentions }) };
  return { words, rest: { ...rest, subject: '', text: '', quotedText: '', htmlSize: 0, attachments: [], rawHash: null } };
}
