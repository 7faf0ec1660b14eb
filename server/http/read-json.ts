import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { BadRequest } from './bad-request';
import { jsonDepth } from './json-depth';
import { readBody } from './read-body';

const deepest = 40;

/** The body as this schema has it, or `BadRequest`. `limit` in bytes. */
export async function readJson<T>(c: Context, schema: z.ZodMiniType<T>, limit: number): Promise<T> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) throw new BadRequest(415, 'not-json', 'send application/json');
  const text = new TextDecoder().decode(await readBody(c.req.raw, limit));
  if (jsonDepth(text) > deepest) throw new BadRequest(400, 'too-deep', `nests deeper than ${deepest}`);
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  // The path alone: what stands there may be anybody's text.
  throw new BadRequest(400, 'bad-request', `does not fit at "${parsed.error.issues[0]?.path.join('.') ?? ''}"`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadRequest(400, 'not-json', 'the body is not JSON', { cause });
  }
}
