/** A text as one line of at most `limit` UTF-16 units, for a list row; never half a character (LIST-2). */
export function firstWords(text: string, limit = 200): string {
  // A row needs the beginning only: a 64 KB text is not folded for 200 characters of it.
  const line = text
    .slice(0, limit * 20)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= limit) return line;
  const last = line.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return line.slice(0, splitsPair ? limit - 1 : limit);
}
