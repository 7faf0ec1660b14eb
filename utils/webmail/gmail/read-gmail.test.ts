import { describe, expect, it } from 'vitest';
import { expectedMessages, expectedRecipients } from '../../../tests/support/expected-messages';
import { documentOf, type FixturePage, fixturePage, fixturePages, readPage, type Truth, wordsOf } from '../../../tests/support/webmail-pages';
import type { WebmailPage } from '../webmail-adapter';
import { gmail } from './read-gmail';

const pages = fixturePages.filter(({ provider, truth }) => provider === 'gmail' && truth.view !== 'spa');
const kinds = { thread: 'message', preview: 'message', list: 'list', multi: 'multi-select', other: 'settings', spa: 'list' } as const;

/** A mail shown as one line has no id, and a header in one line does not part To from Cc. */
const expected = (truth: Truth) =>
  expectedMessages(truth, (message, expanded) => ({
    ids: {
      message: message.legacyMsgId ?? undefined,
      permanent: message.permMsgId ?? undefined,
      thread: expanded ? truth.legacyThreadId : undefined,
      openItem: undefined,
    },
    identifiedBy: expanded ? 'message' : undefined,
    recipients: expectedRecipients(message, expanded, undefined),
    shownDate: message.dateTitle,
    own: message.from.email === truth.account || undefined,
    attachments: expanded ? message.attachments : [],
  }));
const bodies = (page: WebmailPage) => page.messages.map(({ body }) => body?.textContent?.replaceAll(/\s+/g, ' ') ?? '');
const changed = (page: FixturePage, ...pairs: [string | RegExp, string][]) =>
  readPage({ ...page, html: pairs.reduce((html, [from, to]) => html.replaceAll(from, to), page.html) });
const thread = fixturePage('gmail', 'thread-en');

describe('SUR-5 what Gmail shows is read as it is', () => {
  it.each(pages)('SUR-5 $name', (fixture) => {
    const page = readPage(fixture);
    const words = wordsOf(page);
    expect(words).toMatchObject({ kind: kinds[fixture.truth.view], account: fixture.truth.account, mailbox: undefined, changed: false });
    expect(words.messages).toEqual(expected(fixture.truth));
    for (const [at, { state, bodyText }] of fixture.truth.messages.entries()) {
      for (const line of state === 'expanded' ? bodyText.split('\n') : []) expect(bodies(page)[at]).toContain(line);
    }
    expect(words.composers.map(({ place, isReply, ...rest }) => ({ ...rest, kind: [place, isReply] }))).toEqual(
      (fixture.truth.compose ?? []).map(({ kind, draft, replyTo, subject, to, threadPermId }) => ({
        kind: [kind.startsWith('inline') ? 'inline' : 'window', kind !== 'new'],
        draftId: draft,
        replyTo: replyTo ?? undefined,
        threadId: threadPermId ?? 'thread-a:r-11',
        subject,
        recipients: to.map(({ email, name }) => ({ address: email, name, as: 'to' })),
      })),
    );
  });

  it('SUR-5 each of the truth is read with the first selector, so a page that drifts shows', () => {
    const [message] = readPage(fixturePage('gmail', 'preview-pane-en')).messages;
    expect(Object.values(message?.ranks ?? { none: -1 }).every((rank) => rank === 0)).toBe(true);
    const drifted = changed(thread, ['class="gD"', 'class="gD2"'], ['acX bAm', 'acX2']);
    expect(drifted.messages[1]).toMatchObject({ from: { address: 'bo.karlsson@nordwind.test' }, ranks: { from: 1, buttonAt: 1, permanentId: 0 } });
  });

  it('SUR-5 a page painted by script: no id before it is there, nothing of the conversation shown before', () => {
    const spa = fixturePage('gmail', 'spa-dynamic-en');
    const script = /const T=(\{[\s\S]*?\}),LIST=("(?:[^"\\]|\\.)*")/.exec(spa.html);
    if (!script) throw new Error('the page keeps its parts elsewhere now');
    const [threads, list] = [JSON.parse((script[1] ?? '').replaceAll(/([{,])([AB]):/g, '$1"$2":')), JSON.parse(script[2] ?? '')];
    const painted = (hash: string, main: string, before = '') => {
      const document = documentOf(spa.html);
      const host = document.querySelector('.Tm.aeJ');
      if (host) host.innerHTML = `${before}<div class="nH" role="main"><div class="nH g id">${main}</div></div>`;
      return gmail.read(document, { href: `https://mail.google.com/mail/u/0/${hash}` });
    };
    const old = `<div class="nH" role="main" style="display: none;">${threads.A}</div>`;
    expect(wordsOf(painted('#inbox', list))).toMatchObject({ kind: 'list', messages: [], changed: false });
    for (const [hash, main] of [
      ['#inbox/FMfcgzA1', threads.A],
      ['#inbox/FMfcgzB1', threads.B],
    ]) {
      const truth = spa.truth.routes?.[hash] as Truth;
      expect(wordsOf(painted(hash, main, old)).messages).toEqual(expected({ ...truth, account: spa.truth.account }));
    }
    const late = threads.B.replaceAll(/ data-(?:message-id|legacy-message-id|thread-perm-id|legacy-thread-id)="[^"]*"/g, '');
    expect(painted('#inbox/FMfcgzB1', late, old).messages.map(({ ids, ranks }) => [ids.message, ranks.permanentId])).toEqual([
      ['19fb3e704c58d307', 1],
    ]);
    const later = painted('#inbox/FMfcgzB1', late.replaceAll(/ jslog="[^"]*"/g, ''), old);
    expect(later.messages.map(({ ids, buttonAt }) => [ids.message, buttonAt])).toEqual([[undefined, undefined]]);
    expect(later.changed).toBe(true);
  });
});

describe('SUR-5 whose mail it is', () => {
  it('SUR-5 several accounts: the one of this tab, and its own sent mail is told', () => {
    const page = readPage(fixturePage('gmail', 'thread-en-dark'));
    expect(page.messages.map(({ own }) => own)).toEqual([true, undefined]);
    const other = changed(fixturePage('gmail', 'thread-en-dark'), ['ada@example.test)', 'second@example.test)']);
    expect([other.account, ...other.messages.map(({ own }) => own)]).toEqual(['second@example.test', undefined, undefined]);
  });

  it('SUR-5 a delegated mailbox: who is signed in stays apart from whose mail it is', () => {
    const html = thread.html.replace('- ada@example.test - Gmail', '- support@example.test - Gmail');
    const url = 'https://mail.google.com/mail/u/0/d/AEoRXRabc/#inbox/FMfcgzQXKabcdefghij';
    expect(readPage({ ...thread, html, url })).toMatchObject({ account: 'ada@example.test', mailbox: 'support@example.test', delegated: true });
    const bare = html.replace(/aria-label="Google Account[^"]*"/, '');
    expect(readPage({ ...thread, html: bare, url })).toMatchObject({ account: undefined, mailbox: 'support@example.test', delegated: true });
  });

  it('SUR-5 a title whose subject looks like an address says the account still; two addresses in the header say none', () => {
    const bare = thread.html.replace(/aria-label="Google Account[^"]*"/, '').replace('<title>', '<title>x - evil@x.test - ');
    expect(readPage({ ...thread, html: bare }).account).toBe('ada@example.test');
    expect(
      changed(thread, ['Google Account: Ada Example', 'Google Account: boss@example.test'], [' - ada@example.test - Gmail', '']).account,
    ).toBeUndefined();
  });
});

describe('SUR-5 what may not be logged, and why', () => {
  const refusals = (page: WebmailPage) =>
    page.messages.filter(({ expanded }) => expanded).map(({ refusal, buttonAt }) => [refusal, buttonAt !== undefined]);

  it('SUR-5 a mail in confidential mode; a quoted one, or another host, is none', () => {
    const link = (href: string) => `<div dir="ltr"><a href="${href}">x</a>Hello Ada,`;
    const withLink = (href: string) => changed(thread, ['<div dir="ltr">Hello Ada,', link(href)]);
    expect(refusals(withLink('https://confidential-mail.google.com/msg/AD'))).toEqual([['confidential', true]]);
    expect(refusals(withLink('https://confidential-mail.google.com.evil.test/msg/AD'))).toEqual([[undefined, true]]);
    expect(refusals(changed(thread, ['Thanks, line 3', '<a href="https://confidential-mail.google.com/msg/AD">x</a>']))).toEqual([[undefined, true]]);
  });

  it('SUR-5 a draft, and a mail that has no final id yet', () => {
    const just = changed(thread, ['#msg-f:1872158579598721909', '#msg-a:r-77'], [/ data-legacy-message-id="[^"]*"/g, '']);
    expect(refusals(just)).toEqual([['unsettled', true]]);
    const draft = changed(
      fixturePage('gmail', 'inline-reply-en'),
      ['#msg-f:1872158579598721909', '#msg-a:r-5512340098765432101'],
      [/ data-legacy-message-id="[^"]*"/g, ''],
    );
    expect(refusals(draft)).toEqual([['draft', true]]);
  });

  it('SUR-5 several conversations ticked: no message, though one is open', () => {
    const pane = fixturePage('gmail', 'preview-pane-en');
    expect(wordsOf(changed(pane, ['aria-checked="false" tabindex="-1"', 'aria-checked="true" tabindex="-1"']))).toMatchObject({
      kind: 'multi-select',
      messages: [],
      changed: false,
    });
  });
});

describe('G5 a page that changed: no button, and it says so', () => {
  it.each([
    ['the ids', [/ data-(?:legacy-)?message-id="[^"]*"/g, ''], [/ jslog="[^"]*"/g, '']],
    ['where the button goes', ['acX', 'x1'], ['aaq', 'x2'], ['"amn"', '"x3"']],
    ['the body', ['class="ii gt"', 'class="x4"'], ['class="a3s', 'class="x5']],
  ] as [string, ...[string | RegExp, string][]][])('G5 without %s', (_, ...pairs) => {
    const page = changed({ ...thread, url: thread.url.replace('FMfcgzQXKabcdefgh', 'FMfcgzQXKabcdefghijkl') }, ...pairs);
    expect([page.changed, page.messages.some(({ buttonAt }) => buttonAt)]).toEqual([true, false]);
  });

  it('G2 two ids of one message, or a header of another thread, contradict each other: neither counts', () => {
    const ids = (page: WebmailPage) => page.messages.at(-1)?.ids.message;
    expect(ids(changed(thread, ['data-legacy-message-id="19fb3e4f1c2e8375"', 'data-legacy-message-id="19fb3e4f1c2e8376"']))).toBeUndefined();
    expect(ids(changed(thread, ['data-legacy-thread-id="19fb3e4b6c29cff3"', 'data-legacy-thread-id="19fb3e5a2c3c9dfb"']))).toBeUndefined();
  });

  it('E8 another host, port or protocol is nobody’s page; Google’s sign-in is one', () => {
    for (const url of [
      'http://mail.google.com/mail/u/0/',
      'https://mail.google.com.evil.test/mail/',
      'https://mail.google.com:8443/mail/',
      'about:blank',
    ])
      expect(readPage({ ...thread, url })).toMatchObject({ kind: 'unknown', messages: [], account: undefined });
    expect(readPage({ ...thread, url: 'https://accounts.google.com/v3/signin' }).kind).toBe('login');
    expect(readPage({ ...thread, html: '<form><input type="password"></form>' }).kind).toBe('login');
  });
});
