import type { Address } from '../../domain/model/address';

export interface MailWords {
  to: readonly Address[];
  cc: readonly Address[];
  bcc: readonly Address[];
  subject: string;
  text: string;
  /** What is answered, quoted already; the first to be left out where there is no room. */
  quote: string;
}

/** What every system hands on to the mail program whole; Windows cuts a longer one off. */
const most = 2000;

/**
 * A `mailto:` link that opens a mail program with all of it (RFC 6068). As much of the quote as fits stands below; `null` where one's own words
 * do not fit.
 */
export function mailLink({ to, cc, bcc, subject, text, quote }: MailWords): string | null {
  const fields = [
    ['cc', list(cc)],
    ['bcc', list(bcc)],
    ['subject', encodeURIComponent(subject)],
  ].filter(([, value]) => value !== '');
  const head = `mailto:${list(to)}?${fields.map(([name, value]) => `${name}=${value}`).join('&')}&body=`.replace('?&', '?');
  const own = head + body(text);
  if (own.length > most) return null;
  // Written out, nothing is shorter than it was.
  const lines = quote === '' ? [] : quote.slice(0, most).split('\n');
  for (let kept = lines.length; kept > 0; kept--) {
    const whole = `${own}${body(`\n\n${lines.slice(0, kept).join('\n')}`)}`;
    if (whole.length <= most) return whole;
  }
  return own;
}

const list = (addresses: readonly Address[]) => addresses.map(({ address }) => encodeURIComponent(address).replaceAll('%40', '@')).join(',');
const body = (text: string) => encodeURIComponent(text.replace(/\r?\n/g, '\r\n'));
