import { BadRequest } from './bad-request';

/** All bytes of a request, no more than `limit`: what it says of its length is checked first, what it sends is counted. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new BadRequest(413, 'too-large', `at most ${limit} bytes`);
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
