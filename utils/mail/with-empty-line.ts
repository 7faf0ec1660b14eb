/** A header field, its folded rest, and the fields that show that the header still goes on. */
const field = /^[^\s:]+[ \t]*:/;
const folded = /^[ \t]/;
const known =
  /^(?:from|to|cc|subject|date|sender|reply-to|return-path|received|message-id|references|in-reply-to|mime-version|content-[a-z-]+)[ \t]*:/i;

/** Bytes of header looked at; one as long as this has its faults elsewhere. */
const looked = 256 * 1024;

/**
 * A mail typed by hand or by a careless program: no header at all, or no empty line below it. What is no field any more begins the body, or the
 * library would take its words for a field's name and nobody would read them. A line broken over in the middle of a header begins none: the
 * sender and the subject below it count more.
 * @param letters the same bytes, one letter a byte
 */
export function withEmptyLine(bytes: Uint8Array, letters: string): Uint8Array {
  const lines = headLines(letters.slice(0, looked));
  let start: number | undefined;
  for (const { at, text } of lines.reverse()) {
    if (known.test(text)) break;
    if (!field.test(text) && !folded.test(text)) start = at;
  }
  if (start === undefined) return bytes;
  const whole = new Uint8Array(bytes.length + 1);
  whole.set(bytes.subarray(0, start));
  whole[start] = 10;
  whole.set(bytes.subarray(start), start + 1);
  return whole;
}

function headLines(letters: string): { at: number; text: string }[] {
  const lines: { at: number; text: string }[] = [];
  for (let at = 0; at < letters.length; ) {
    const end = letters.indexOf('\n', at);
    const text = letters.slice(at, end < 0 ? undefined : end).replace(/\r$/, '');
    if (text === '') break;
    lines.push({ at, text });
    at = end < 0 ? letters.length : end + 1;
  }
  return lines;
}
