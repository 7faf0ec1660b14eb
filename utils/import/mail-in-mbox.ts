const [lineFeed, carriageReturn, quoteMark] = [10, 13, 62];
const from = [70, 114, 111, 109, 32];

/**
 * A mail as it was before an mbox file took it in: the empty line that ends it there is the file's, and a line of its text that begins with
 * `From ` was marked with a `>` (mboxrd: one more, whatever stood there; mboxo reads the same).
 */
export function mailInMbox(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const whole = withoutLastBlank(bytes);
  const marks = marksIn(whole);
  if (marks.length === 0) return whole;
  const mail = new Uint8Array(whole.length - marks.length);
  let [read, written] = [0, 0];
  for (const mark of [...marks, whole.length]) {
    mail.set(whole.subarray(read, mark), written);
    written += mark - read;
    read = mark + 1;
  }
  return mail;
}

function withoutLastBlank(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const before = endsLine(bytes, bytes.length);
  return before < bytes.length && endsLine(bytes, before) < before ? bytes.subarray(0, before) : bytes;
}

/** Where the line end before `end` begins; `end` itself where none stands there. */
function endsLine(bytes: Uint8Array, end: number): number {
  if (bytes[end - 1] !== lineFeed) return end;
  return bytes[end - 2] === carriageReturn ? end - 2 : end - 1;
}

function marksIn(bytes: Uint8Array): number[] {
  const marks: number[] = [];
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    let word = at + 1;
    while (bytes[word] === quoteMark) word += 1;
    if (word > at + 1 && from.every((letter, index) => bytes[word + index] === letter)) marks.push(at + 1);
  }
  return marks;
}
