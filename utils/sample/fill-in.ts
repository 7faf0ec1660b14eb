/** Puts a conversation's own words into a story: `{product}`, `{order}`, `{city}`, `{name}`, `{email}`. */
export const fillIn = (text: string, words: Record<string, string>) => text.replaceAll(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);

export const products = ['Skagen', 'Fanø', 'Læsø', 'Anholt', 'Samsø', 'Endelave', 'Tunø'];
