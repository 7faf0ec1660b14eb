/** HTML's named letters by how they are written: `&eacute;`, and `&eacute` where HTML forgives the missing semicolon. */
export type NamedLetters = Readonly<Record<string, string>>;

/** The one whose letters could be part of a name. */
const apart = { '&fjlig;': 'fj' };

/** All as one text, half as long as any other form once zipped: name and letter in turn, a space behind those that do without the semicolon. */
export function packLetters(letters: NamedLetters): string {
  const backwards = (text: string) => [...text].reverse().join('');
  return Object.keys(letters)
    .filter((written) => written.endsWith(';') && !Object.hasOwn(apart, written))
    .map(backwards)
    .sort()
    .map(backwards)
    .map((written) => `${written.slice(1, -1)}${letters[written]}${Object.hasOwn(letters, written.slice(0, -1)) ? ' ' : ''}`)
    .join('');
}

export function unpackLetters(packed: string): NamedLetters {
  const letters: Record<string, string> = { ...apart };
  for (const [, name, letter = '', forgiven] of packed.matchAll(/([a-z0-9]+)([^a-z0-9 ]+)( ?)/gi)) {
    letters[`&${name};`] = letter;
    if (forgiven) letters[`&${name}`] = letter;
  }
  return letters;
}
