import type { Message } from '../model/message';

/** A text without quote marks and line ends: quoted, it is broken into other lines. */
const folded = (text: string) =>
  text
    .replace(/^[\s>|]+/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Characters of a line that is not likely to be said twice. */
const telling = 8;

/**
 * Later messages that repeat what this one said, quoted or not: whoever hides it is told of them (D15). What tells is its longest line, and any line
 * with a number of four digits or more in it; a greeting or signature in common is none.
 */
export function quotesOf<M extends Pick<Message, 'id' | 'kind' | 'text' | 'quotedText' | 'receivedAt' | 'hidden'>>(
  message: M,
  thread: readonly M[],
): M[] {
  const lines = message.text.split('\n').map(folded);
  const longest = lines.reduce((a, b) => (b.length > a.length ? b : a), '');
  const tell = lines.filter((line) => line !== '' && ((line === longest && line.length >= telling) || /\d[\d .-]{2,}\d/.test(line)));
  if (tell.length === 0) return [];
  return thread.filter((later) => {
    if (later.id === message.id || later.hidden || later.kind === 'event' || later.receivedAt < message.receivedAt) return false;
    const said = folded(`${later.text}\n${later.quotedText}`);
    return tell.some((line) => said.includes(line));
  });
}
