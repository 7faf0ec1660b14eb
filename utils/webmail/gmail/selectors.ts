import type { Selector } from '../read-field';

const inboxSdk = (asOf: string) => ({ source: 'InboxSDK/InboxSDK a8a6fe2c', asOf });
const capture2025 = { source: 'a message of an English page, August 2025', asOf: '2025-08' };
const flowCrypt = { source: 'FlowCrypt/flowcrypt-browser', asOf: '2026' };
const jsMin2020 = { source: 'a compose window in evan-brass/js-min ec4d9055', asOf: '2020-10' };
const address = { source: 'the address bar, and InboxSDK/InboxSDK a8a6fe2c', asOf: '2026-07-23' };

/** What is inside these was written by somebody: never a field is read from there (G1). */
export const gmailContent = '.ii, .a3s, [contenteditable="true"], [g_editable="true"]';

/** Every place a field is found on a page of Gmail's. None depends on the language of the page. */
export const gmailSelectors = {
  /** What is shown; pages shown before stay in the document, hidden. */
  main: [{ css: '[role="main"]', ...inboxSdk('2026-07-23') }],
  account: [
    { css: 'a[href*="SignOutOptions"][aria-label*="@"]', attribute: 'aria-label', ...inboxSdk('2026-07-23') },
    { css: '[role="banner"] a[href^="https://accounts.google."][aria-label*="@"]', attribute: 'aria-label', ...inboxSdk('2026-07-23') },
  ],
  /** `subject - address - Gmail`, or a company's name in place of the last word. */
  title: [{ css: 'head > title', ...address }],

  expanded: [
    { css: '.h7', ...inboxSdk('2026-07-23') },
    { css: '[role="listitem"][aria-expanded="true"]', ...capture2025 },
  ],
  collapsed: [
    { css: '.kv', ...inboxSdk('2026-07-23') },
    { css: '[role="listitem"][aria-expanded="false"]', ...inboxSdk('2026-07-23') },
  ],
  row: [
    { css: 'tr.zA', ...inboxSdk('2026-07-23') },
    { css: 'tr[role="row"][aria-labelledby]', ...inboxSdk('2026-07-23') },
  ],
  checkedRow: [{ css: 'tr.zA .oZ-jc[aria-checked="true"], tr.zA.x7', ...inboxSdk('2026-07-23') }],

  body: [
    { css: '.ii.gt', ...inboxSdk('2026-07-23') },
    { css: '.a3s', ...inboxSdk('2026-07-23') },
  ],
  permanentId: [
    { css: '[data-message-id]', attribute: 'data-message-id', ...inboxSdk('2026-07-23') },
    { css: '.ii.gt[jslog]', attribute: 'jslog', ...capture2025 },
    { css: '.aaq[jslog]', attribute: 'jslog', ...capture2025 },
  ],
  messageId: [{ css: '[data-legacy-message-id]', attribute: 'data-legacy-message-id', ...flowCrypt }],
  /** The header's own is preferred: `data-thread-perm-id` said "undefined" in November 2025 and then went away. */
  threadId: [
    { css: 'h2.hP[data-legacy-thread-id]', attribute: 'data-legacy-thread-id', ...inboxSdk('2026-07-23') },
    { css: 'h2[data-legacy-thread-id]', attribute: 'data-legacy-thread-id', ...inboxSdk('2026-07-23') },
  ],
  threadOfMessage: [{ css: '.ii.gt[jslog], .zd[jslog]', attribute: 'jslog', ...capture2025 }],
  subject: [
    { css: 'h2.hP', ...inboxSdk('2026-07-23') },
    { css: 'h2[data-legacy-thread-id]', ...inboxSdk('2026-07-23') },
  ],
  from: [
    { css: '.gE span.gD[email]', attribute: 'email', ...inboxSdk('2026-07-23') },
    { css: '.gE h3 span[email]', attribute: 'email', ...capture2025 },
    { css: '.aCi img[jid]', attribute: 'jid', ...capture2025 },
  ],
  recipients: [{ css: '.gE .hb span[email]', attribute: 'email', ...inboxSdk('2026-07-23') }],
  shownDate: [
    { css: '.gE .g3[title]', attribute: 'title', ...inboxSdk('2026-07-23') },
    { css: '.gE .g3[alt]', attribute: 'alt', ...capture2025 },
  ],
  attachment: [
    { css: '.aZo[download_url]', attribute: 'download_url', source: 'InboxSDK/InboxSDK a8a6fe2c, cards of May 2015', asOf: '2026-07-23' },
    { css: '.aQy .aV3', source: 'InboxSDK/InboxSDK a8a6fe2c, cards of May 2015', asOf: '2026-07-23' },
  ],
  buttonAt: [
    { css: 'td.acX.bAm', ...inboxSdk('2026-07-23') },
    { css: ':has(> .aaq)', ...capture2025 },
    { css: '.amn', ...inboxSdk('2025-11') },
  ],

  /** What is in these fields of a form now stands in no attribute. */
  draftId: [{ css: 'input[name="draft"]', ...jsMin2020 }],
  composer: [
    { css: '.M9', ...inboxSdk('2026-07-23') },
    { css: '[role="dialog"]', ...jsMin2020 },
    { css: '[role="region"]', ...jsMin2020 },
  ],
  replyTo: [{ css: 'input[name="rm"]', ...jsMin2020 }],
  threadOfDraft: [{ css: 'input[name="rt"]', ...jsMin2020 }],
  composerSubject: [{ css: 'input[name="subjectbox"]', ...jsMin2020 }],
  composerTo: [{ css: '[name="to"] [role="option"][data-hovercard-id]', attribute: 'data-hovercard-id', ...inboxSdk('2026-07-23') }],
  composerCc: [{ css: '[name="cc"] [role="option"][data-hovercard-id]', attribute: 'data-hovercard-id', ...inboxSdk('2026-07-23') }],
  composerBcc: [{ css: '[name="bcc"] [role="option"][data-hovercard-id]', attribute: 'data-hovercard-id', ...inboxSdk('2026-07-23') }],
  editor: [
    { css: '[g_editable="true"][contenteditable="true"]', ...jsMin2020 },
    { css: '[role="textbox"][aria-multiline="true"][contenteditable="true"]', ...jsMin2020 },
  ],
  composerButtonAt: [
    { css: 'tr.btC', ...inboxSdk('2026-07-23') },
    { css: 'tr:has(.T-I.aoO)', ...jsMin2020 },
  ],
} as const satisfies Record<string, readonly Selector[]>;
