/** A small but whole PDF with one line on one page. */
export function samplePdf(line: string): Uint8Array {
  const text = line.replaceAll(/[^\x20-\x7e]/g, '?').replaceAll(/[()\\]/g, '\\$&');
  const content = `BT /F1 16 Tf 60 760 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = pdf.length;
    pdf += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(pdf);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
const crcOf = (bytes: readonly number[]) =>
  (bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** A picture of wood grain, 120 × 80, as PNG. `tone` shifts it from oak to walnut (0 … 100). */
export function samplePng(tone: number): Uint8Array<ArrayBuffer> {
  const [width, height] = [120, 80];
  const rows = new Uint8Array((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const grain = Math.sin(y / 2.5 + Math.sin(x / 18) * 3 + tone) * 14 + Math.sin(x / 45) * 10;
      rows.set([190 - tone + grain, 150 - tone + grain, 105 - tone * 0.8 + grain].map(Math.round), y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  const header = [...word(width), ...word(height), 8, 2, 0, 0, 0];
  return new Uint8Array([0x89, ...letters('PNG\r\n\x1a\n'), ...chunk('IHDR', header), ...chunk('IDAT', unpacked(rows)), ...chunk('IEND', [])]);
}

const word = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...letters(type), ...data];
  return [...word(data.length), ...body, ...word(crcOf(body))];
}

/** As zlib has it where nothing is packed (RFC 1950, 1951): neither side needs a library for a picture of 29 KB. */
function unpacked(bytes: Uint8Array): number[] {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  const length = [bytes.length & 255, bytes.length >> 8];
  return [0x78, 0x01, 1, ...length, ...length.map((half) => half ^ 255), ...bytes, ...word(((high << 16) | low) >>> 0)];
}
