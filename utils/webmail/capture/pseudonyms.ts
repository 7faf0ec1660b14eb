/** Words of the providers' own that readers know them by; they stay, in ids and data alone, never in text. */
const own = new Set(
  [
    'MSG CONV FROM TO CC BCC SUBJECT DATETIME UniqueMessageBody primaryMailboxRoot docking InitVisiblePart DockingTriggerPart editorParent',
    'ReadingPaneContainerId ConversationReadingPaneContainer ItemReadingPaneContainer MailList mectrl currentAccount secondary O365 MainLink Me',
    'msg thread f a r http https mail google com accounts SignOutOptions confidential u b d id read deeplink compose options inbox sent drafts label search settings',
  ].flatMap((line) => line.split(' ')),
);

const token = /[^\s<>()[\]{}"',;:|=&?#/]+@[\p{L}\p{N}][\p{L}\p{N}.-]*|[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu;
const base36 = (count: number) => count.toString(36);

/**
 * Other words for all words of one page: the same for the same, so that what agreed still agrees, and made of a count, so that nothing leads back.
 * Of a word only its kind stays (a number, a long id, an address), which readers tell things by.
 */
export class Pseudonyms {
  private readonly given = new Map<string, number>();

  /** Whatever a person could have written. */
  text(raw: string): string {
    return this.replace(raw, false);
  }

  /** An id, a link, an attribute: the providers' own words in it stay. */
  data(raw: string): string {
    return this.replace(raw, true);
  }

  private replace(raw: string, keepOwn: boolean): string {
    return raw.replaceAll(token, (part) => {
      if (part.includes('@') && part.length > 1) return `p${base36(this.count(part.toLowerCase()))}@example.invalid`;
      if (/^[\p{L}\p{M}\p{N}]/u.test(part)) return keepOwn && own.has(part) ? part : this.word(part);
      // Signs of the keyboard are structure; an emoji is somebody's word.
      return /^[ -~\s]$/.test(part) && part !== '%' ? part : '*';
    });
  }

  private word(part: string): string {
    // One number in two notations, as Gmail writes its ids, stays one number.
    if (/^\d{17,20}$/.test(part)) return String(this.bigNumber(BigInt(part)));
    if (/^[0-9a-f]{14,16}$/.test(part)) return this.bigNumber(BigInt(`0x${part}`)).toString(16);
    if (/^\d{1,2}$/.test(part) && Number(part) < 10) return part;
    if (/^\d+$/.test(part)) return String(10 + this.count(part));
    const word = `w${base36(this.count(part))}`;
    return part.length < 16 ? word : word.padEnd(Math.min(part.length, 64), 'Z');
  }

  private bigNumber(number: bigint): bigint {
    return 1_800_000_000_000_000_000n + BigInt(this.count(String(number)));
  }

  private count(part: string): number {
    const count = this.given.get(part) ?? this.given.size;
    this.given.set(part, count);
    return count;
  }
}
