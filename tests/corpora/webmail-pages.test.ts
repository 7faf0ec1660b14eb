import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { adapters, documentOf, wordsOf } from '../support/webmail-pages';
import { corporaFolder } from './corpus-folder';

/** Pieces of live pages that other projects saved; beside the corpora, never part of this repository. */
const folder = join(corporaFolder, '../fixtures/webmail');
const here = existsSync(folder);
if (!here) console.warn(`\nWEBMAIL PAGES MISSING: ${folder} is not here; pieces of live pages were NOT read.\n`);

const read = (provider: 'gmail' | 'outlook', file: string, wrap = (html: string) => html) =>
  wordsOf(
    adapters[provider].read(documentOf(wrap(readFileSync(join(folder, provider, 'captured', file), 'utf8'))), {
      href: provider === 'gmail' ? 'https://mail.google.com/mail/u/0/#inbox/FMfcgzCAPTURED' : 'https://outlook.office.com/mail/',
    }),
  );

it.skipIf(!here)('SUR-5 pieces of Gmail of 2014 to 2020: nothing is invented', () => {
  for (const file of [
    'inboxsdk-2014-12-inbox-list-en.html',
    'inboxsdk-2015-attachment-cards-en.html',
    'inboxsdk-2017-06-addon-sidebar-en.html',
    'inboxsdk-2017-09-addon-sidebar-en.html',
    'inboxsdk-account-header-en.html',
  ])
    expect(read('gmail', file), file).toMatchObject({ account: undefined, messages: [], composers: [] });
  const { messages, composers } = read('gmail', 'jsmin-2020-10-compose-mole-en.html');
  expect(messages).toEqual([]);
  expect(composers).toMatchObject([
    {
      place: 'window',
      isReply: false,
      draftId: 'msg-a:r-7673660351152959857',
      threadId: 'thread-a:r-7681922771531347793',
      subject: '',
      recipients: [],
    },
  ]);
});

it.skipIf(!here)('SUR-6 pieces of Outlook of 2025, cut by hand: what is left is read, what is cut is missing', () => {
  const thread = 'AQQkADAwATMwMAItYjBiZi03YmY3LTAwAi0wMAoAEABjgKbAj7DwSKnW58xs6QY7';
  const pieces: [string, { button: boolean; attachments: string[] }][] = [
    ['readingPaneWithActions', { button: true, attachments: [] }],
    ['readingPaneMinimal', { button: true, attachments: [] }],
    ['messageWithAttachment', { button: false, attachments: ['document.pdf'] }],
    ['messageWithEncryptedAttachments', { button: false, attachments: ['secret-document.pdf.gpg', 'confidential.txt.pgp', 'message.asc'] }],
  ];
  for (const [name, message] of pieces) {
    const words = read('outlook', `mailvelope-2025-12-${name}.html`);
    expect(words.messages, name).toMatchObject([{ ...message, from: undefined, subject: undefined, ids: { thread, message: undefined } }]);
  }
  expect(read('outlook', 'mailvelope-2025-12-userMailbox.html')).toMatchObject({ account: 'user@example.test', messages: [] });
  expect(read('outlook', 'mailvelope-2025-12-composeToolbar.html')).toMatchObject({ account: undefined, messages: [], composers: [] });
});
