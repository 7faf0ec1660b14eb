import type { Plugin } from 'vite';

const icon = /[\\/]lucide-react[\\/]dist[\\/]esm[\\/]icons[\\/][\w-]+\.mjs$/;

/**
 * Each line of an icon has a key of six random letters, which nothing compresses, for React to know it by. The parts of an icon never change places:
 * their place in it is key enough. 2 KB of the zipped extension (P16).
 */
export const shortIconKeys = (): Plugin => ({
  name: 'short-icon-keys',
  transform: (code, id) => (icon.test(id) ? { code: withPlaces(code), map: null } : undefined),
});

/** One key a part, from 0 on. */
export function withPlaces(code: string): string {
  let place = 0;
  return code.replace(/\bkey: "\w+"/g, () => `key: "${place++}"`);
}
