import * as z from 'zod/mini';
import { readAtMost } from './read-at-most';

/** An answer that is no success, as Google and Microsoft write them. */
export class ApiFault extends Error {
  override name = 'ApiFault';
  constructor(
    readonly status: number,
    /** Google's reason or status, Microsoft's code. */
    readonly code: string,
    /** The service's own words. */
    readonly words: string,
    /** ms it asks us to wait. */
    readonly retryAfter: number | undefined,
  ) {
    super(`${status} ${code}`);
  }
}

const Body = z.object({
  error: z.object({
    code: z.optional(z.union([z.string(), z.number()])),
    message: z.optional(z.string()),
    errors: z.optional(z.array(z.object({ reason: z.optional(z.string()) }))),
  }),
});

export async function faultIn(response: Response): Promise<ApiFault> {
  const { bytes } = await readAtMost(response, 64 * 1024);
  const { error } = bodyOf(bytes.toString('utf8'));
  const code = error?.errors?.[0]?.reason ?? String(error?.code ?? '');
  return new ApiFault(response.status, code, (error?.message ?? '').replace(/\s+/g, ' ').trim().slice(0, 1000), waitOf(response));
}

function bodyOf(text: string): Partial<z.infer<typeof Body>> {
  try {
    return Body.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

/** Retry-After: seconds, or a date. */
function waitOf(response: Response): number | undefined {
  const said = response.headers.get('retry-after');
  if (said === null) return undefined;
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** Too much at once: 429 and 503, and Google's 403 with a reason that says so. */
export const isSlowDown = ({ status, code }: ApiFault): boolean =>
  status === 429 || status === 503 || (status === 403 && /^(rateLimitExceeded|userRateLimitExceeded|quotaExceeded|dailyLimitExceeded)$/.test(code));
