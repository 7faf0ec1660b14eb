const open = new Set(['[', '{']);
const close = new Set([']', '}']);

/** How deep a JSON text nests, without parsing it. What recursion walks over later must not be deep enough to end the process. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (open.has(character)) deepest = Math.max(deepest, ++depth);
    else if (close.has(character)) depth--;
  }
  return deepest;
}
