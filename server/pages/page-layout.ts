import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Locale } from '../../utils/i18n/locale';
import { pageStyle, pageStyleHash } from './page-style';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  locale: Locale;
  title: string;
  body: Markup;
  status?: number;
  /** Lists want more room than forms. */
  wide?: boolean;
  /** Origins besides our own where a form may lead: `form-action` counts redirects too (browser-and-hub.md 3). */
  formOrigins?: readonly string[];
  /** Where images may come from; none by default. */
  imageSources?: readonly string[];
  headers?: Record<string, string>;
}

/** A page of the hub: no script, no request to anywhere, never framed, never cached. Everything put into `html` is escaped. */
export async function page({
  locale,
  title,
  body,
  status = 200,
  wide = false,
  formOrigins = [],
  imageSources = [],
  headers = {},
}: Page): Promise<Response> {
  const markup = await html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${raw(pageStyle)}</style></head>
<body><main${raw(wide ? ' class="wide"' : '')}><p class="mark">Samtale</p>${body}</main></body>
</html>`;
  const policy = [
    "default-src 'none'",
    `style-src ${pageStyleHash}`,
    `form-action ${["'self'", ...formOrigins].join(' ')}`,
    ...(imageSources.length ? [`img-src ${imageSources.join(' ')}`] : []),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return new Response(markup.toString(), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // Not `no-referrer`: a form of such a page is posted with `Origin: null`, which no same-origin check can pass.
      'referrer-policy': 'same-origin',
      ...headers,
    },
  });
}
