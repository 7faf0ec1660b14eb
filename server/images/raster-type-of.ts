/** The most pixels an image may unfold to: enough for any photograph, too few to hurt. */
const mostPixels = 60_000_000;

/** What raster image these bytes are by their first ones, or nothing: not SVG, not HTML, whatever the sender calls it (S20). */
export function rasterTypeOf(bytes: Buffer): string | undefined {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(0, 8) === '\x89PNG\r\n\x1a\n')
    return bytes.length >= 24 && bytes.readUInt32BE(16) * bytes.readUInt32BE(20) <= mostPixels ? 'image/png' : undefined;
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (/^GIF8[79]a$/.test(text(0, 6)))
    return bytes.length >= 10 && bytes.readUInt16LE(6) * bytes.readUInt16LE(8) <= mostPixels ? 'image/gif' : undefined;
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 12) === 'ftypavif') return 'image/avif';
  if (text(0, 2) === 'BM' && bytes.length > 26) return 'image/bmp';
  return undefined;
}
