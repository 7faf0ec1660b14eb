/** Where mail programs begin the history of a reply. With a reason each: seen in their mails, 2026. */
const starts = [
  '.gmail_quote', // Gmail: attribution line and quote
  'blockquote[type="cite"]', // Apple Mail, Thunderbird
  '.moz-cite-prefix', // Thunderbird's attribution line
  '.yahoo_quoted',
  '#divRplyFwdMsg', // Outlook on the web, mobile
  '#appendonsend',
  '#mail-editor-reference-message-container', // new Outlook
  'div[style*="border-top: 1pt solid"]', // Outlook desktop: the From/Sent block
  'div[style*="border-top-width: 1pt"]',
  '.protonmail_quote',
  'blockquote.samtale_quote',
];

/** Wraps the history of a reply in a closed `<details>` (THR-12); nothing is folded when it would leave no words of the author's own. */
export function foldQuotes(body: HTMLElement): boolean {
  const start = body.querySelector<HTMLElement>(starts.join(','));
  if (!start?.parentElement) return false;
  const document = body.ownerDocument;
  const before = document.createRange();
  before.setStart(body, 0);
  before.setEndBefore(start);
  if (before.toString().trim() === '' && !before.cloneContents().querySelector('img')) return false;

  const details = document.createElement('details');
  details.dataset.quote = '';
  const summary = document.createElement('summary');
  start.before(details);
  details.append(summary);
  // What follows belongs to the history as well: these programs put their own words first.
  while (details.nextSibling) details.append(details.nextSibling);
  return true;
}
