import { describe, expect, it } from 'vitest';
import { expectedMessages, expectedRecipients } from '../../../tests/support/expected-messages';
import { documentOf, type FixturePage, fixturePage, fixturePages, readPage, type Truth, wordsOf } from '../../../tests/support/webmail-pages';
import type { WebmailPage } from '../webmail-adapter';
import { outlook } from './read-outlook';

const pages = fixturePages.filter(({ provider, truth }) => provider === 'outlook' && truth.view !== 'spa');
const kinds = { thread: 'message', preview: 'message', list: 'empty', multi: 'multi-select', other: 'settings', spa: 'empty' } as const;

/** A mail shown as one line says a name and no address. */
const expected = (truth: Truth) =>
  expectedMessages(truth, (message, expanded) => ({
    ids: {
      message: undefined,
      permanent: undefined,
      thread: expanded ? truth.convid : undefined,
      openItem: expanded ? (truth.itemId ?? undefined) : undefined,
    },
    identifiedBy: expanded ? 'conversation' : undefined,
    ...(expanded ? {} : { from: undefined }),
    recipients: expectedRecipients(message, expanded, 'to'),
    shownDate: message.dateText,
  }));
const changed = (page: FixturePage, ...pairs: [string | RegExp, string][]) =>
  readPage({ ...page, html: pairs.reduce((html, [from, to]) => html.replaceAll(from, to), page.html) });
const buttons = (page: WebmailPage) => page.messages.filter(({ buttonAt }) => buttonAt).length;
const office = fixturePage('outlook', 'conversation-en-office');

describe('SUR-6 what Outlook shows is read as it is, in its consumer, Office and Office 365 forms', () => {
  it.each(pages)('SUR-6 $name', (fixture) => {
    const page = readPage(fixture);
    const words = wordsOf(page);
    expect(words).toMatchObject({ kind: kinds[fixture.truth.view], account: fixture.truth.account, mailbox: undefined, changed: false });
    expect(words.messages).toEqual(expected(fixture.truth));
    for (const [at, { state, bodyText }] of fixture.truth.messages.entries()) {
      for (const line of state === 'expanded' ? bodyText.split('\n') : []) expect(page.messages[at]?.body?.textContent).toContain(line);
    }
    expect(words.composers).toEqual(
      (fixture.truth.compose ?? []).map(({ subject, to }) => ({
        place: 'inline',
        isReply: true,
        draftId: undefined,
        replyTo: undefined,
        threadId: undefined,
        subject,
        recipients: to.map(({ email, name }) => ({ address: email, name, as: undefined })),
      })),
    );
  });

  it('SUR-6 a message alone in its page is told by its own id; one of a conversation only by sender and time', () => {
    const alone = office.html
      .replace('ConversationReadingPaneContainer', 'ItemReadingPaneContainer')
      .replace(/<div role="listitem">.*?(?=<div role="listitem">)/, '');
    const page = readPage({ ...office, html: alone, url: 'https://outlook.office.com/mail/deeplink/read/AAkALgAAAAAAHYQDEapm%2FXyZ' });
    expect(page.messages.map(({ ids, identifiedBy }) => [ids.message, identifiedBy])).toEqual([['AAkALgAAAAAAHYQDEapm/XyZ', 'message']]);
    expect(readPage(office).messages.map(({ identifiedBy }) => identifiedBy)).toEqual([undefined, 'conversation']);
  });

  it('SUR-6 while the pane still shows the conversation before: no button, whatever is selected and in the address bar', () => {
    const spa = fixturePage('outlook', 'spa-dynamic-en');
    const parts: string[] = JSON.parse(/const T=(\[(?:"(?:[^"\\]|\\.)*",?)+\])/.exec(spa.html)?.[1] ?? '[]');
    const shown = (row: number, pane: string) => {
      const document = documentOf(spa.html);
      for (const [at, option] of [...document.querySelectorAll('[role="option"][data-convid]')].entries())
        option.setAttribute('aria-selected', String(at === row));
      const place = document.getElementById('ReadingPaneContainerId');
      if (place) place.innerHTML = pane;
      return outlook.read(document, { href: 'https://outlook.cloud.microsoft/mail/id/AAkALgAAAAAAHYQDEapmXyZ' });
    };
    const truths = spa.truth.onClickRow ?? [];
    expect(truths.length).toBe(2);
    for (const [row, truth] of truths.entries()) {
      expect(wordsOf(shown(row, '')).messages).toEqual([]);
      const words = wordsOf(shown(row, parts[row] ?? ''));
      expect(words.messages).toEqual(expected({ ...truth, itemId: 'AAkALgAAAAAAHYQDEapmXyZ', account: '' }));
      expect(buttons(shown(1 - row, parts[row] ?? ''))).toBe(0);
    }
  });

  it('SUR-6 a shared mailbox is not the account, and mail it sent is its own', () => {
    const page = readPage({ ...office, url: 'https://outlook.office.com/mail/bo.karlsson@nordwind.test/inbox' });
    expect(page).toMatchObject({ account: 'ada@contoso.test', mailbox: 'bo.karlsson@nordwind.test', delegated: true });
    expect(page.messages.map(({ own }) => own)).toEqual([undefined, true]);
    const second = '<div id="primaryMailboxRoot_2" data-folder-name="two@outlook.test"></div>';
    expect(changed(fixturePage('outlook', 'consumer-live-en'), ['<div id="MailList"', `${second}<div id="MailList"`]).account).toBeUndefined();
  });

  it('SUR-6 settings and a page of its own for writing', () => {
    const at = (path: string) => readPage({ ...office, url: `https://outlook.office.com/mail/${path}` });
    expect([at('options/general'), at('deeplink/compose')].map(({ kind, messages }) => [kind, messages])).toEqual([
      ['settings', []],
      ['compose', []],
    ]);
    expect(
      readPage({ ...fixturePage('outlook', 'inline-reply-en'), url: 'https://outlook.office.com/mail/deeplink/compose' }).composers[0]?.place,
    ).toBe('page');
  });
});

describe('G5 a page that changed: no button, and it says so', () => {
  it.each([
    ['which conversation it is', ['data-convid', 'data-x'], ['/mail/id/', '/mail/x/']],
    ['where the button goes', ['data-icon-name="Arrow', 'data-icon-name="Pfeil']],
    ['what a message is', ['aria-expanded="true"', 'aria-expanded="yes"'], ['role="listitem"', ''], ['wide-content-host', '']],
  ] as [string, ...[string, string][]][])('G5 without %s', (_, ...pairs) => {
    const page = changed({ ...office, url: 'https://outlook.office.com/mail/inbox' }, ...pairs);
    expect([page.changed, buttons(page)]).toEqual([true, 0]);
  });

  it('G1 a sender’s name that looks like a mailbox stays a name', () => {
    const from = (text: string) => changed(office, ['Bo Karlsson&lt;bo.karlsson@nordwind.test&gt;</span>', `${text}</span>`]).messages[1]?.from;
    expect(from('boss@firm.test&lt;evil@x.test&gt;')).toEqual({ name: 'boss@firm.test', address: 'evil@x.test' });
    expect(from('Boss&lt;boss@firm.test&gt; &lt;evil@x.test&gt;')).toEqual({ name: 'Boss<boss@firm.test>', address: 'evil@x.test' });
    expect(from('Bo Karlsson')).toBeUndefined();
    expect(from('Bo Karlsson boss@firm.test')).toBeUndefined();
  });

  it('E8 another host, port or protocol is nobody’s page; Microsoft’s sign-in is one', () => {
    for (const url of ['http://outlook.live.com/mail/', 'https://outlook.live.com.evil.test/mail/', 'https://mail.google.com/mail/', 'about:blank'])
      expect(readPage({ ...office, url })).toMatchObject({ kind: 'unknown', messages: [], account: undefined });
    expect(readPage({ ...office, url: 'https://login.microsoftonline.com/common' }).kind).toBe('login');
  });
});
