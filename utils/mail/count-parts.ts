const boundaryParameter = /boundary\s{0,20}=\s{0,20}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi;
const dashLine = /(?:^|[\r\n])--([^\r\n]{1,210})/g;

/** How many MIME parts a mail opens, counted before it is parsed: a mail of a million parts must not be built first (S31). */
export function countParts(raw: string): number {
  const boundaries = new Set<string>();
  for (const match of raw.matchAll(boundaryParameter)) {
    const boundary = match[1] ?? match[2];
    if (boundary) boundaries.add(boundary);
    if (boundaries.size > 10_000) return boundaries.size;
  }
  if (boundaries.size === 0) return 1;
  let parts = 1;
  for (const match of raw.matchAll(dashLine)) if (boundaries.has((match[1] ?? '').trimEnd())) parts += 1;
  return parts;
}
