/** Types a browser only ever shows as a picture; everything else is saved as plain bytes, so that nothing of a mail opens as a page of ours. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

export const isPicture = (type: string) => pictures.has(type.toLowerCase());

/** Hands a file to the browser's downloads under its own name, with a type nothing will execute. */
export function saveBlob(blob: Blob, name: string) {
  const safe = new Blob([blob], { type: isPicture(blob.type) ? blob.type : 'application/octet-stream' });
  const url = URL.createObjectURL(safe);
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '_') || 'file';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
