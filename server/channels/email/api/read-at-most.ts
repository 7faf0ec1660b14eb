/** The body of an answer, or its first so many bytes: no service decides how much memory it costs us. */
export async function readAtMost(response: Response, most: number): Promise<{ bytes: Buffer; cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, most), cut: length > most };
}
