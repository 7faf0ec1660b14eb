const mark = 'not-taken-for';
/** As lines began before they named whom they are about. */
const markOfOld = 'Not taken for everyone: ';
/** Of a server's answer about one recipient: all of them fit into what is kept of a mail. */
const mostWords = 400;

/** Whom the mail server would not take a mail for that it took for others, and what it said of them. */
export interface NotTakenFor {
  /** '' where it was not written down. */
  address: string;
  words: string;
}

/** One line of what is kept of a mail that left: worded on screen. An address a mail goes to has no space. */
export const notTakenLine = ({ address, words }: NotTakenFor): string =>
  `${mark} ${address} ${words.replace(/\s+/g, ' ').trim().slice(0, mostWords)}`;

/** Those a mail that left was not taken for, and what the server said at its end. An answer of a server begins with a number, never as ours do. */
export function readTaken(text: string): { refused: NotTakenFor[]; said: string } {
  const lines = text.split('\n');
  const refused = lines.flatMap((line): NotTakenFor[] => {
    if (line.startsWith(markOfOld)) return [{ address: '', words: line.slice(markOfOld.length) }];
    const [first, address, ...words] = line.split(' ');
    return first === mark && address ? [{ address, words: words.join(' ') }] : [];
  });
  return { refused, said: lines.filter((line) => !line.startsWith(`${mark} `) && !line.startsWith(markOfOld)).join('\n') };
}
