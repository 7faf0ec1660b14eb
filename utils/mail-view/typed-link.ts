import { linkTarget } from './link-target';

export interface TypedLink {
  /** The letters of the text that are the link. */
  from: number;
  to: number;
  href: string;
}

/** Letters, then what may stand before the address and behind it in a sentence. */
const words = /\S+/g;
const before = /^[("'<[{«„“]+/;
const behind = /[)"'>\]}»“”.,;:!?…]+$/;
const web = /^(?:https?:\/\/|www\.)[^\s.]+\S*$/i;
const mail = /^(?:mailto:)?[^\s@<>(),:;"]+@[^\s@<>(),:;"]+\.[\p{L}\d-]{2,}$/iu;

/** The addresses somebody wrote in a text: of the web as they say themselves, and of mail. A bare `firma.dk` may be the name of a file, and is left. */
export function typedLinks(text: string): TypedLink[] {
  return [...text.matchAll(words)].flatMap(({ 0: word, index }) => {
    const from = index + (before.exec(word)?.[0].length ?? 0);
    const address = endOf(text.slice(from, index + word.length));
    const href = hrefOf(address);
    return href === undefined ? [] : [{ from, to: from + address.length, href }];
  });
}

/** Where all of a text is one address. */
export function linkOf(text: string): string | undefined {
  return hrefOf(text.trim());
}

function hrefOf(address: string): string | undefined {
  if (mail.test(address)) return linkTarget(address.replace(/^(?!mailto:)/i, 'mailto:'));
  return web.test(address) ? linkTarget(address.replace(/^(?=www\.)/i, 'https://')) : undefined;
}

/** A bracket that opens within an address closes there too. */
function endOf(word: string): string {
  const address = word.replace(behind, '');
  return address.includes('(') && word[address.length] === ')' ? `${address})` : address;
}
