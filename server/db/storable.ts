/**
 * A JSON value as PostgreSQL can keep it: NUL characters and halves of surrogate pairs, which mail may well hold and jsonb
 * refuses, become U+FFFD.
 */
export function storable<T>(value: T): T;
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unstorable, '\ufffd');
  if (Array.isArray(value)) return value.map((entry: unknown) => storable(entry));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [storable(key), storable(entry)]));
  return value;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the character meant
const unstorable = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
