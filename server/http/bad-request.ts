import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A request that cannot be served as it is; the app turns it into an error answer. */
export class BadRequest extends Error {
  override name = 'BadRequest';
  constructor(
    readonly status: ContentfulStatusCode,
    readonly error: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
