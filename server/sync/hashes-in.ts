const sha256 = /^[0-9a-f]{64}$/;

/** Every file an act names, at any depth of its arguments: the value of a field `hash` (see `Attachment`). */
export function hashesIn(args: unknown): string[] {
  if (typeof args !== 'object' || args === null) return [];
  return Object.entries(args).flatMap(([field, value]) =>
    field === 'hash' && typeof value === 'string' && sha256.test(value) ? [value] : hashesIn(value),
  );
}
