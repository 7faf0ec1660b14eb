const mark = 'not-taken-for';

/** Whom the mail server would not take a mail for that it took for others, and what it said of them. */
export interface NotTakenFor {
  address: string;
  words: string;
}

/** One line of what is kept of a mail that left: worded on screen. An address a mail goes to has no space. */
export const notTakenLine = ({ address, words }: NotTakenFor): string => `${mark} ${address} ${words.replace(/\s+/g, ' ').trim()}`;

/** Those a mail that left was not taken for, and what the server said at its end. An answer of a server begins with a number, never as ours do. */
export function readTaken(text: string): { refused: NotTakenFor[]; said: string } {
  const lines = text.split('\n');
  const refused = lines.flatMap((line): NotTakenFor[] => {
    const [first, address, ...words] = line.split(' ');
    return first === mark && address ? [{ address, words: words.join(' ') }] : [];
  });
  return { refused, said: lines.filter((line) => !line.startsWith(`${mark} `)).join('\n') };
}
