/**
 * What two texts of one mail have in common, however each was laid out: letters and digits in one form, without addresses of links. A page and a mail's
 * plain part break lines, quote and link differently, and nothing else is written alike by two programs.
 */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\S+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
