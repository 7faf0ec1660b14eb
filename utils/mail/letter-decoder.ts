import type { NamedLetters } from './named-letters';

type Emit = (codePoint: number, consumed: number) => void;

/** Where `&…` stands, as htmlparser2 counts it. */
const inText = 0;

/** Reads `&…` for htmlparser2, given the whole HTML at once, as its own decoder does with a table twice as large. */
export const letterDecoder = (letters: NamedLetters) =>
  class {
    private place = inText;

    constructor(
      _table: unknown,
      private readonly emit: Emit,
    ) {}

    startEntity(place: number): void {
      this.place = place;
    }

    /** How many letters of `html` it is, with the ampersand before `at`; 0 when it is none. */
    write(html: string, at: number): number {
      return html[at] === '#' ? this.number(html, at) : this.name(html, at);
    }

    end(): number {
      return 0;
    }

    private number(html: string, at: number): number {
      number.lastIndex = at;
      const [all = '', hex, decimal] = number.exec(html) ?? [];
      const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
      if (Number.isNaN(code)) return 0;
      return this.say(letterOf(code), all.length);
    }

    private name(html: string, at: number): number {
      name.lastIndex = at;
      const found = name.exec(html)?.[0] ?? '';
      const whole = html[at + found.length] === ';' ? letters[`&${found};`] : undefined;
      if (whole !== undefined) return this.say(whole, found.length + 1);
      for (let length = Math.min(found.length, longestForgiven); length > 1; length -= 1) {
        const letter = letters[`&${found.slice(0, length)}`];
        if (letter === undefined) continue;
        // In an address `&copy=1` is what it says.
        return this.place !== inText && /[=a-z0-9]/i.test(html[at + length] ?? '') ? 0 : this.say(letter, length);
      }
      return 0;
    }

    private say(text: string, length: number): number {
      for (const letter of text) this.emit(letter.codePointAt(0) ?? 0, length + 1);
      return length + 1;
    }
  };

const number = /#(?:x([0-9a-f]+)|([0-9]+));?/iy;
const name = /[a-z][a-z0-9]{0,31}/iy;
/** `&frac12` and its like. */
const longestForgiven = 6;

/** 0x80 to 0x9f as Windows has them; Node's own decoder of that set is not to be trusted with these. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Numbers that mean no letter are shown as such, and those old programs took from Windows are read as there. */
function letterOf(code: number): string {
  if (code >= 0x80 && code < 0xa0) return windows[code - 0x80] ?? '';
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
}
