import { compile } from 'html-to-text';

/**
 * Stands alone on a line where an HTML mail's own markup says that history begins. A private-use character: it is taken out
 * of whatever a sender writes.
 */
export const historyMark = '\uE0F0';

/** How mail programs mark the start of what they quote. Each seen in a mail of that program. */
const historyStarts = [
  'div.gmail_quote',
  'div.gmail_extra',
  'div.yahoo_quoted',
  'div.moz-cite-prefix',
  'div.moz-forward-container',
  'div#divRplyFwdMsg', // Outlook on the web
  'div#appendonsend', // Outlook on the web
  'div#mail-editor-reference-message-container', // new Outlook
  'span#OLK_SRC_BODY_SECTION', // Outlook for Mac
  'div#OLK_SRC_BODY_SECTION',
  'div.zmail_extra',
  'div.protonmail_quote',
  'blockquote.protonmail_quote',
  'div#reply-intro',
  'blockquote.tutanota_quote',
];

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: 5_000_000, maxDepth: 200, maxChildNodes: 20_000 },
  formatters: {
    history: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1 });
      builder.addLiteral(historyMark);
      builder.closeBlock({ trailingLineBreaks: 1 });
      builder.openBlock({ leadingLineBreaks: 1 });
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
  },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'], ignoreHref: false } },
    { selector: 'a[href^="#"]', format: 'anchor', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'title', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'hr', options: { length: 20 } },
    ...historyStarts.map((selector) => ({ selector, format: 'history' })),
  ],
});

/** HTML as readable text: quotes as `> `, lists and tables as lines, addresses of links behind their words. */
export function htmlToText(html: string): string {
  const own = html.replaceAll(historyMark, '');
  return (deepestOf(own) > deepest ? withoutTags(own) : convert(own)).replace(/\u00a0/g, ' ').replace(/\r\n?/g, '\n');
}

/** The same for showing: without the marks of `historyMark`. */
export const plainTextOf = (html: string) => htmlToText(html).replaceAll(historyMark, '').trim();

/** No letter is laid out this deep, and beyond it the time the library takes grows with the square (S31). */
const deepest = 2000;

/** Elements that hold nothing, or that the next one closes. */
const unclosed = /^(?:br|hr|img|meta|link|input|wbr|col|area|base|source|embed|param|track|p|li|td|th|tr|dt|dd|option|o:p)$/;

const nameAt = (html: string, at: number) => /^[a-z][a-z0-9:]{0,20}/.exec(html.slice(at, at + 21).toLowerCase())?.[0];

/** How deep elements nest, at most: tags that open less those that close. */
function deepestOf(html: string): number {
  let depth = 0;
  let most = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const closes = html[at + 1] === '/';
    const name = nameAt(html, at + (closes ? 2 : 1));
    if (!name || unclosed.test(name)) continue;
    depth = Math.max(0, depth + (closes ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}

/** Text of HTML nobody laid out for reading: what stands between the tags, a line each. */
function withoutTags(html: string): string {
  const lines: string[] = [];
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    lines.push(html.slice(at, open < 0 ? html.length : open).trim());
    const name = open < 0 ? undefined : nameAt(html, open + 1);
    const end = name === 'script' || name === 'style' ? html.indexOf(`</${name}`, open) : open;
    const close = end < 0 ? -1 : html.indexOf('>', end);
    if (close < 0) break;
    at = close + 1;
  }
  return lines.filter(Boolean).join('\n');
}
