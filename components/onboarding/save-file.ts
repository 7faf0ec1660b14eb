/** Hands a file to the browser's downloads; no permission is needed for what a page made itself. */
export function saveFile({ name, bytes }: { name: string; bytes: Blob }): void {
  const url = URL.createObjectURL(bytes);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download has read the address by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
