/** A mail's place in a file of mails. */
export interface MailPlace {
  /** Of its first header field; the `From ` line above it is the file's, not the mail's. */
  offset: number;
  length: number;
  /** Its Date header in ms; `null` where there is none. */
  date: number | null;
}

/** Bytes of a line looked at; the rest of a longer one says nothing about where mails begin. */
const looked = 1000;
const [lineFeed, carriageReturn] = [10, 13];
const letters = new TextDecoder('latin1');

/** `From kari@kunde.example Mon Mar  2 10:00:00 2026`: no other line looks like this, whatever stands above it. */
const written = /^From \S.* (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d{1,2}:\d{2}.*$/;
/** Some programs write a dash, an address alone or nothing at all; below an empty line and above a header field it is still meant. */
const bare = /^From (?:-.*|\S*@\S*|.*\d{1,2}:\d{2}.*)?$/;
const field = /^[!-9;-~]+[ \t]*:/;

/**
 * Finds the mails of an mbox file as it streams by, wherever the pieces are cut; of the file it holds a line at most. A line that only looks
 * like the beginning of a mail, in a mail's own text, has no header below it.
 */
export class MboxScanner {
  /** Bytes taken so far. */
  private at = 0;
  private line = { start: 0, bytes: new Uint8Array(looked), kept: 0, last: 0 };
  private blankAbove = true;
  private mail: { offset: number; date: number | null; head: 'fields' | 'date' | 'over'; dateLine: string } | undefined;
  /** A line that may begin a mail; `sure`: even one without any header. */
  private candidate: { at: number; sure: boolean } | undefined;

  constructor(private readonly onMail: (mail: MailPlace) => void) {}

  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; ) {
      const found = chunk.indexOf(lineFeed, from);
      const end = found < 0 ? chunk.length : found;
      this.keep(chunk, from, end);
      this.at += end - from;
      if (found >= 0) {
        this.at += 1;
        this.endLine();
      }
      from = end + 1;
    }
  }

  end(): void {
    if (this.at > this.line.start) this.endLine();
    this.endMail(this.candidate?.at ?? this.at);
  }

  private keep(chunk: Uint8Array, from: number, end: number) {
    const { line } = this;
    if (end === from) return;
    const room = Math.min(end, from + looked - line.kept);
    if (room > from) {
      line.bytes.set(chunk.subarray(from, room), line.kept);
      line.kept += room - from;
    }
    line.last = chunk[end - 1] ?? 0;
  }

  private endLine() {
    const { line } = this;
    const { start } = line;
    const blank = line.kept === 0 || (line.kept === 1 && line.last === carriageReturn);
    // Most lines of a file are a body's: they are never made a string of.
    const first = line.bytes[0];
    const inHead = this.mail !== undefined && this.mail.head !== 'over';
    if (this.candidate !== undefined || inHead || (!blank && first === 70)) this.read(this.text(), start, blank);
    if (this.mail === undefined && !blank && this.candidate === undefined) this.begin(start);
    this.blankAbove = blank;
    this.line = { start: this.at, bytes: line.bytes, kept: 0, last: 0 };
  }

  private text(): string {
    const { bytes, kept } = this.line;
    return letters.decode(bytes.subarray(0, kept)).replace(/\r$/, '');
  }

  private read(text: string, start: number, blank: boolean) {
    const { candidate } = this;
    if (candidate !== undefined) {
      this.candidate = undefined;
      if (field.test(text) || (blank && candidate.sure)) {
        this.endMail(candidate.at);
        this.begin(start, blank);
      } else this.mail ??= { offset: candidate.at, date: null, head: 'over', dateLine: '' };
    }
    const whole = !blank && written.test(text);
    if (whole || (!blank && this.blankAbove && bare.test(text))) this.candidate = { at: start, sure: whole && this.blankAbove };
    else this.readHead(text, blank);
  }

  private begin(offset: number, blank = false) {
    this.mail = { offset, date: null, head: 'fields', dateLine: '' };
    this.readHead(this.text(), blank);
  }

  private readHead(text: string, blank: boolean) {
    const { mail } = this;
    if (!mail || mail.head === 'over') return;
    if (mail.head === 'date' && /^[ \t]/.test(text) && !blank) {
      mail.dateLine += text;
      return;
    }
    if (mail.head === 'date') mail.date = dateOf(mail.dateLine);
    if (blank) mail.head = 'over';
    else if (mail.date === null && /^date[ \t]*:/i.test(text)) Object.assign(mail, { head: 'date', dateLine: text.slice(text.indexOf(':') + 1) });
    else mail.head = 'fields';
  }

  private endMail(end: number) {
    const { mail } = this;
    this.mail = undefined;
    if (!mail) return;
    const date = mail.head === 'date' ? dateOf(mail.dateLine) : mail.date;
    if (end > mail.offset) this.onMail({ offset: mail.offset, length: end - mail.offset, date });
  }
}

function dateOf(words: string): number | null {
  const ms = Date.parse(words.replace(/\([^)]*\)/g, '').trim());
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}
