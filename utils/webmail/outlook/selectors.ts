import type { Selector } from '../read-field';

const mailvelope = { source: 'mailvelope/mailvelope c623e539, from outlook.office.com', asOf: '2025-11' };
const brainstead = { source: 'brainstead/wdavies', asOf: '2026-08-19' };
const gmailify = { source: 'gmailify', asOf: '2026-09' };
const briskine = { source: 'Briskine', asOf: '2026-08' };
const toggl = { source: 'toggl/track-extension', asOf: '2026-04' };
const trocker = { source: 'trocker', asOf: '2026-02' };
const amarnai = { source: 'amarnai', asOf: '2026-07-30' };
const outlookSkill = { source: 'outlook-web-skill', asOf: '2026-04' };

/** What is inside these was written by somebody: never a field is read from there (G1). */
export const outlookContent = '[id^="UniqueMessageBody_"], [contenteditable="true"]';

/** Where a mail is being written: its subject and recipients are no message's. */
export const outlookComposer = '[id^="docking_InitVisiblePart_"]';

/**
 * Every place a field is found on a page of Outlook's. None depends on the language of the page, so no label is here; and none is one of the
 * hashed classes, which are others every few months.
 */
export const outlookSelectors = {
  account: [
    { css: '#mectrl_currentAccount_secondary', ...gmailify },
    { css: '#O365_MainLink_Me[aria-label*="@"]', attribute: 'aria-label', ...gmailify },
    { css: '[id^="primaryMailboxRoot"][data-folder-name]', attribute: 'data-folder-name', ...mailvelope },
  ],
  pane: [
    { css: '#ConversationReadingPaneContainer', ...mailvelope },
    { css: '#ItemReadingPaneContainer', ...amarnai },
    { css: '[role="main"][data-app-section="MailReadCompose"]', ...briskine },
  ],
  itemPane: [{ css: '#ItemReadingPaneContainer', ...amarnai }],
  readingPlace: [{ css: '[data-app-section="MailReadCompose"]', ...briskine }],
  row: [{ css: '[data-convid]', attribute: 'data-convid', ...brainstead }],
  selectedRow: [
    { css: '[role="option"][data-convid][aria-selected="true"]', attribute: 'data-convid', ...brainstead },
    { css: '[data-convid][aria-selected="true"]', attribute: 'data-convid', ...outlookSkill },
  ],
  body: [{ css: '[id^="UniqueMessageBody_"]', ...mailvelope }],
  /** The message round a body: the nearest of the first of these. */
  message: [
    { css: '[aria-expanded="true"]', ...brainstead },
    { css: '[role="listitem"]', ...brainstead },
    { css: '.wide-content-host', ...mailvelope },
    { css: '#ItemReadingPaneContainer', ...amarnai },
  ],
  collapsed: [{ css: '[aria-expanded="false"]:has([data-testid="SentReceivedSavedTime"])', ...brainstead }],
  subject: [
    { css: '[id^="CONV_"][id$="_SUBJECT"] [role="heading"][title]', attribute: 'title', ...brainstead },
    { css: '[id^="MSG_"][id$="_SUBJECT"]:not(input)', ...gmailify },
  ],
  from: [{ css: '[id^="MSG_"][id$="_FROM"]', ...brainstead }],
  to: [{ css: '[id^="MSG_"][id$="_TO"] [title*="@"]', attribute: 'title', ...brainstead }],
  cc: [{ css: '[id^="MSG_"][id$="_CC"] [title*="@"]', attribute: 'title', ...brainstead }],
  recipients: [{ css: '[data-testid="RecipientWell"] [title*="@"]', attribute: 'title', ...gmailify }],
  shownDate: [
    { css: '[id^="MSG_"][id$="_DATETIME"]', ...brainstead },
    { css: '[data-testid="SentReceivedSavedTime"]', ...gmailify },
  ],
  /** The name's element says the name; the size has a title too, so it must be what the whole card begins with. */
  attachment: [{ css: '[role="listbox"] [role="option"][aria-label] [title]', attribute: 'title', ...mailvelope }],
  buttonAt: [
    { css: '[role="toolbar"]:has([data-icon-name="ArrowReplyRegular"])', ...mailvelope },
    { css: '[role="toolbar"]:has([data-icon-name="ArrowReplyAllRegular"])', ...mailvelope },
    { css: '[role="toolbar"]:has([data-icon-name="ArrowForwardRegular"])', ...mailvelope },
  ],

  composer: [{ css: outlookComposer, ...trocker }],
  editor: [
    { css: '[id^="editorParent_"] [role="textbox"][aria-multiline="true"][contenteditable="true"]', ...briskine },
    { css: '[role="textbox"][aria-multiline="true"][contenteditable="true"]', ...briskine },
  ],
  composerSubject: [{ css: 'input[type="text"][autocomplete="off"]', ...briskine }],
  /** Inside an editor of their own; whoever is in it was put there by the agent. */
  composerRecipient: [{ css: '._EType_RECIPIENT_ENTITY', ...trocker }],
  composerButtonAt: [{ css: ':has(> [data-testid="ComposeSendButton"])', ...toggl }],
  answered: [{ css: '#divRplyFwdMsg, #appendonsend', ...briskine }],
} as const satisfies Record<string, readonly Selector[]>;
