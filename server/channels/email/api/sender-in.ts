/** The sender's address in the head of a mail of which only that was fetched. */
export const senderIn = (raw: Buffer): string | null =>
  /^from:[^\r\n]*?([^\s<>@",;]+@[^\s<>@",;]+)/im.exec(raw.subarray(0, 256 * 1024).toString('latin1'))?.[1] ?? null;
