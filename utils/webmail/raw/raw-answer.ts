/** What came back for the one question for a mail's raw form, as far as it was read. */
export interface RawResponse {
  /** What was asked for. */
  asked: string;
  /** Where the answer came from, after redirects; empty for a redirect that was not followed. */
  url: string;
  /** 0 for a redirect that was not followed. */
  status: number;
  headers: { get(name: string): string | null };
  /** The beginning; no more than the limit needs to be read. */
  bytes: Uint8Array;
}

/**
 * `mail`: the raw form itself. `shown`: a page of the provider's that shows it (Gmail's "show original"). All others are no mail, and whoever asked goes on
 * without a Message-ID: `elsewhere` a redirect to another origin, `signed-out` a sign-in page, `refused` 401 or 403, `gone` 404 or 410, `busy` 429 or a
 * fault of the provider's, `page` some other page, `too-large` more than the limit, `truncated` less than was announced, `nothing` whatever else.
 */
export type RawAnswer = 'mail' | 'shown' | 'elsewhere' | 'signed-out' | 'refused' | 'gone' | 'busy' | 'page' | 'too-large' | 'truncated' | 'nothing';

const signInHosts = /^(?:accounts\.google\.[a-z.]+|login\.(?:live|microsoftonline|microsoft)\.com)$/;
const signInPage = /<input\b[^>]*\btype=["']?password\b|\baction=["'][^"']*(?:ServiceLogin|\/signin\/|accounts\.google\.)/i;
/** A field's name and its colon, in the letters all known fields have; before it may stand what an mbox file begins a mail with. */
const firstField = /^(?:From [^\r\n]*\r?\n|>From [^\r\n]*\r?\n)*[A-Za-z][\w-]*[ \t]*:/;

/** @param limit the most bytes a mail may have */
export function rawAnswerOf({ asked, url, status, headers, bytes }: RawResponse, limit: number): RawAnswer {
  const landed = URL.canParse(url) ? new URL(url) : undefined;
  if (landed && signInHosts.test(landed.hostname)) return 'signed-out';
  if (status === 0 || (status >= 300 && status < 400)) return 'elsewhere';
  if (!landed || landed.origin !== new URL(asked).origin) return 'elsewhere';
  if (status === 401 || status === 403) return 'refused';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500) return 'busy';
  if (status !== 200) return 'nothing';
  return byContent(headers, bytes, limit);
}

function byContent(headers: RawResponse['headers'], bytes: Uint8Array, limit: number): RawAnswer {
  const announced = Number(headers.get('content-length') ?? Number.NaN);
  if (announced > limit || bytes.length > limit) return 'too-large';
  // With a content coding the length is of what travelled, not of what is here.
  const cut = headers.get('content-encoding') === null && bytes.length < announced;
  const text = new TextDecoder('latin1').decode(bytes);
  const start = text.replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  // The type is not believed alone: sign-in pages come as text/plain, and mails as octet-stream.
  if (/^<(?:!doctype|html|head|body|script|meta|!--|form)\b/i.test(start) || start.startsWith('<!--')) {
    if (signInPage.test(text)) return 'signed-out';
    if (!/\bid=["']?raw_message_text\b/.test(text)) return 'page';
    return cut || !/<\/pre\s*>/i.test(text) ? 'truncated' : 'shown';
  }
  if (/^text\/html\b/i.test(headers.get('content-type') ?? '') || !firstField.test(text)) return 'nothing';
  return cut || !/\r?\n\r?\n/.test(text) ? 'truncated' : 'mail';
}
