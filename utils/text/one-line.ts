import { truncate } from './truncate';

// Control characters, every line and paragraph separator, and marks that turn the reading direction of what follows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const unsafe = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/g;

/** One line of text that cannot become two header lines nor lie about its direction (S22, S27); at most `max` characters. */
export const oneLine = (text: string, max: number): string =>
  truncate(
    text
      .slice(0, max * 4)
      .replace(unsafe, ' ')
      .replace(/ {2,}/g, ' ')
      .trim(),
    max,
  );
