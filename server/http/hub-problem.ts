import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type * as z from 'zod/mini';
import type { HubError } from '../../sync/protocol';

/** An error answer: a code for the program, words for whoever reads a log. Never a word of anybody's data. */
export const hubProblem = (c: Context, status: ContentfulStatusCode, error: string, message: string) =>
  c.json({ error, message } satisfies z.infer<typeof HubError>, status);
