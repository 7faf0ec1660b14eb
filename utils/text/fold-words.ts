/** Words as a search compares them: small, without accents, `ø` as `o`, `å` and `aa` alike (SRCH-4). */
export const foldWords = (words: string): string =>
  words.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll('aa', 'a').trim();
