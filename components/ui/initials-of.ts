/** Two letters for a person or company: first and last word of the name, or the start of an address. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/@.*$/, '')
    .split(/[\s._-]+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = [...(words[0] ?? '')].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
