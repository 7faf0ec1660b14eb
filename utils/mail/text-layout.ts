interface Block {
  text: string;
  /** Line breaks that part it at least from what stands before it, and from what comes next. */
  before: number;
  after: number;
  /** White space is kept. */
  pre: boolean;
  /** A space stands between what is written and the next word, unless that begins a line. */
  space: boolean;
  atLineStart: boolean;
}

interface Shape {
  before: number;
  after?: number;
  pre?: boolean;
  /** What becomes of the finished text: a quote, an item of a list. */
  as?: (text: string) => string;
}

const blank = ' \t\r\n\f\u200b';
const word = new RegExp(`[^${blank}]+`, 'g');
const isBlank = (letter: string | undefined) => letter !== undefined && blank.includes(letter);

/** Lays words out as HTML does: white space runs together, and neighbouring blocks keep the larger of the distances they ask for. */
export class TextLayout {
  private block: Block = blockOf({ before: 1 }, false);
  /** The words of the links that are open, innermost last. */
  private readonly links: string[] = [];

  get text(): string {
    return this.block.text;
  }

  add(text: string, ofLink = true): void {
    const { block } = this;
    const words = text.match(word);
    if (words && ofLink) this.hear(words.join(''));
    if (block.pre) {
      if (words) this.endBlock();
      block.text += text;
      return;
    }
    // Between blocks white space is none.
    if (!words && block.after > 0) return;
    this.endBlock();
    let space = block.space || isBlank(text[0]);
    for (const next of words ?? []) {
      this.write(next, space);
      space = true;
    }
    block.space = (block.space && !words) || isBlank(text.at(-1));
  }

  breakLine(): void {
    this.block.text += '\n';
    this.block.atLineStart = true;
  }

  /** What `inside` adds, as a block of its own. */
  inBlock(shape: Shape, inside: () => void): void {
    const { text, before, after } = this.apart(shape, inside);
    this.place(shape.as ? shape.as(text) : text, before, Math.max(after, shape.after ?? shape.before));
  }

  /** The same for a list: none without items, and its own distance counts, whatever its last item asks for. */
  inList(shape: Shape, inside: () => void): void {
    const { text, before } = this.apart(shape, inside);
    if (text) this.place(text, before, shape.after ?? shape.before);
  }

  /** The words that `inside` adds, without the spaces between them. */
  wordsOf(inside: () => void): string {
    this.links.push('');
    inside();
    const words = this.links.pop() ?? '';
    this.hear(words);
    return words;
  }

  private apart(shape: Shape, inside: () => void): Block {
    const outer = this.block;
    const block = blockOf(shape, outer.pre);
    this.block = block;
    inside();
    this.block = outer;
    return block;
  }

  private place(text: string, before: number, after: number): void {
    const { block } = this;
    const breaks = Math.max(block.after, before);
    if (block.text) block.text += '\n'.repeat(breaks) + text;
    else {
      block.text = text;
      block.before = breaks;
    }
    block.after = after;
  }

  private endBlock(): void {
    const { block } = this;
    if (block.after === 0) return;
    block.text += '\n'.repeat(block.after);
    block.after = 0;
    block.atLineStart = true;
  }

  private write(next: string, space: boolean): void {
    const { block } = this;
    block.text += space && !block.atLineStart ? ` ${next}` : next;
    block.atLineStart = false;
  }

  private hear(words: string): void {
    const last = this.links.length - 1;
    if (last >= 0) this.links[last] += words;
  }
}

function blockOf({ before, pre = false }: Shape, inPre: boolean): Block {
  return { text: '', before, after: 0, pre: pre || inPre, space: false, atLineStart: true };
}
