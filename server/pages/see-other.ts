/** After a form: on to another page, with a GET. */
export const seeOther = (url: string): Response => new Response(null, { status: 303, headers: { location: url, 'cache-control': 'no-store' } });
