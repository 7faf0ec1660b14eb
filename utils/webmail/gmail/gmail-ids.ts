/** `thread-f:` or `msg-f:` and a decimal number; `-a:` and what a browser made up for a mail or thread that begins there. */
const permanent = { message: /^#?(msg-(?:f:\d+|a:[\w:-]+))$/, thread: /^#?(thread-(?:f:\d+|a:[\w:-]+))$/ };

/** Where Gmail's own log of clicks (`jslog`, found in pages of 2023 and August 2025) names them: `1:["#thread-f:…"]`, `4:["#msg-f:…"]`, in base64. */
const logField = { message: '4', thread: '1' };

/** The permanent id of a message or thread, from an attribute that is one or from a click log; undefined for whatever else stands there. */
export function permanentIdOf(kind: 'message' | 'thread', raw: string): string | undefined {
  const id = permanent[kind].exec(raw)?.[1];
  if (id !== undefined) return id;
  const field = raw.split(/;\s*/).find((part) => part.startsWith(`${logField[kind]}:`));
  return field === undefined ? undefined : permanent[kind].exec(firstOf(field.slice(2)))?.[1];
}

/** The first text of a JSON list in base64, which Gmail fills up with dots. */
function firstOf(base64: string): string {
  try {
    const list: unknown = JSON.parse(atob(base64.replaceAll('-', '+').replaceAll('_', '/').replace(/\.+$/, '')));
    return Array.isArray(list) && typeof list[0] === 'string' ? list[0] : '';
  } catch {
    return '';
  }
}

/** The id the API knows, of 8 to 16 hexadecimal digits. */
export const apiIdOf = (raw: string): string | undefined => (/^[0-9a-f]{8,16}$/.test(raw) ? raw : undefined);

/** A permanent id says the same number in decimal; those made up by a browser say none. */
export function apiIdFromPermanent(id: string | undefined): string | undefined {
  const decimal = /^(?:msg|thread)-f:(\d{1,20})$/.exec(id ?? '')?.[1];
  return decimal === undefined ? undefined : BigInt(decimal).toString(16);
}

/** Two sources of one id: what either says, and nothing at all where they contradict each other. */
export function agreed(one: string | undefined, other: string | undefined): string | undefined {
  if (one !== undefined && other !== undefined && one !== other) return undefined;
  return one ?? other;
}
