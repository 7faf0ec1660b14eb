/** Records of a zip file, by the sections of PKWARE's APPNOTE 6.3. Everything is little-endian; what does not fit 32 bits stands in zip64's. */
export const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 } as const;
export const sizes = { local: 30, central: 46, end: 22, end64: 56, locator64: 20 } as const;

export const stored = 0;
export const deflated = 8;
/** What a field of 32 or 16 bits says when the number stands elsewhere. */
export const elsewhere = { word: 0xffffffff, half: 0xffff } as const;
export const zip64Field = 1;

/** Writes numbers one after the other; `size` bytes in all. */
export function record(size: number, write: (put: { half(value: number): void; word(value: number): void; long(value: number): void }) => void) {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  write({
    half(value) {
      view.setUint16(at, value, true);
      at += 2;
    },
    word(value) {
      view.setUint32(at, value, true);
      at += 4;
    },
    long(value) {
      view.setBigUint64(at, BigInt(value), true);
      at += 8;
    },
  });
  return bytes;
}
