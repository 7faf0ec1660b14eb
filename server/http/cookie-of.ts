import { parse } from 'hono/utils/cookie';

/** A cookie as the browser sent it; undefined where there is none, or none that can be read. */
export const cookieOf = (request: Request, name: string): string | undefined => parse(request.headers.get('cookie') ?? '', name)[name];
