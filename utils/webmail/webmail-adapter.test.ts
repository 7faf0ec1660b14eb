import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adapters,
  documentOf,
  type FixturePage,
  fixturePage,
  fixturePages,
  type PageWords,
  readPage,
  wordsOf,
} from '../../tests/support/webmail-pages';
import { readAgain } from './read-again';

/** Drawn by its name: what fails is told in a line. */
const aPage = fc.constantFrom(...fixturePages.map(({ provider, name }) => `${provider}/${name}`));
const named = (path: string) => fixturePage(path.startsWith('gmail') ? 'gmail' : 'outlook', path.split('/')[1] ?? '');
const read = (document: Document, { provider, url }: FixturePage) => wordsOf(adapters[provider].read(document, { href: url }));
const elementsOf = (document: Document) => [...document.querySelectorAll('head > title, body *')];

/** The same or missing; of a list, some of it. */
function saysNoMore(after: unknown, before: unknown, field = ''): boolean {
  if (after === undefined || Object.is(after, before) || (after === false && /^(?:button|expanded)$/.test(field))) return true;
  if (Array.isArray(after) && Array.isArray(before)) return after.every((one) => before.some((other) => saysNoMore(one, other)));
  if (typeof after !== 'object' || typeof before !== 'object' || after === null || before === null) return false;
  return Object.entries(after).every(([key, value]) => saysNoMore(value, (before as Record<string, unknown>)[key], key));
}
const aboutMail = ({ account, mailbox, messages, composers }: PageWords) => ({ account, mailbox, messages, composers });

/** Everything the truth of a page names: what is neither is a label, in whatever language. */
function facts({ truth }: FixturePage): string[] {
  const people = truth.messages.flatMap(({ from, to }) => [from, ...to]).concat((truth.compose ?? []).flatMap(({ to }) => to));
  const words = [truth.account, truth.subject, ...people.flatMap(({ name, email }) => [email, name])];
  const more = truth.messages.flatMap(({ dateTitle, dateText, attachments }) => [dateTitle, dateText, ...(attachments ?? [])]);
  return [...words, ...more, ...(truth.compose ?? []).map(({ subject }) => subject)].filter((word) => word !== undefined && word !== '') as string[];
}
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('SUR-5 SUR-6 nothing depends on the language', () => {
  it('SUR-5 SUR-6 other words on every label, tooltip and button: the same is read', () => {
    const word = fc.constantFrom('مرحبا', '返信', 'Απάντηση', 'Svar', 'ответить', 'ตอบ', 'उत्तर', 'À', '');
    fc.assert(
      fc.property(aPage, word, word, (path, one, other) => {
        const page = named(path);
        const known = new RegExp(`(${facts(page).map(escaped).join('|')})`);
        const translated = (text: string) =>
          text
            .split(known)
            .map((part, at) => (at % 2 ? part : part.replaceAll(/\p{L}+/gu, (label) => (label.length % 2 ? one : other))))
            .join('');
        const document = documentOf(page.html);
        document.documentElement.setAttribute('lang', 'x');
        for (const element of elementsOf(document)) {
          if (element.closest('script, style')) continue;
          for (const name of ['aria-label', 'data-tooltip', 'placeholder', 'alt']) {
            const label = element.getAttribute(name);
            if (label !== null) element.setAttribute(name, translated(label));
          }
          for (const node of element.childNodes) if (node.nodeType === 3) node.nodeValue = translated(node.nodeValue ?? '');
        }
        expect(read(document, page)).toEqual(wordsOf(readPage(page)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('G5 what is missing from a page makes a field missing, never wrong', () => {
  it('G5 any element is gone', () => {
    fc.assert(
      fc.property(aPage, fc.nat(), (path, pick) => {
        const page = named(path);
        const document = documentOf(page.html);
        const before = aboutMail(read(document, page));
        const all = elementsOf(document);
        all[pick % all.length]?.remove();
        const after = aboutMail(read(document, page));
        expect(saysNoMore(after, before), JSON.stringify(after)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('G5 any attribute is gone, or says something else', () => {
    const value = fc.constantFrom(undefined, '', 'undefined', 'x', '0', '#', '[object Object]');
    fc.assert(
      fc.property(aPage, fc.nat(), value, (path, pick, other) => {
        const page = named(path);
        const document = documentOf(page.html);
        const before = aboutMail(read(document, page));
        const all = elementsOf(document).flatMap((element) => element.getAttributeNames().map((name) => ({ element, name })));
        const { element, name } = all[pick % all.length] ?? {};
        // A name, a date or a subject is text: another text there is another name. A field of a form without its value is an empty one.
        if (!element || !name || name === 'value' || (other !== undefined && /^(?:name|title|data-name|download_url|style|hidden)$/.test(name)))
          return;
        if (other === undefined) element.removeAttribute(name);
        else element.setAttribute(name, other);
        const after = aboutMail(read(document, page));
        expect(saysNoMore(after, before), JSON.stringify([name, other, after])).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('G1 what somebody wrote is never read as the page', () => {
  it('G1 a mail, a quote or a draft that holds a whole other page', () => {
    const bodies = '.a3s, [id^="UniqueMessageBody_"], [contenteditable="true"][aria-multiline="true"]';
    fc.assert(
      fc.property(aPage, aPage, fc.boolean(), (path, other, first) => {
        const [page, inside] = [named(path), named(other)];
        const document = documentOf(page.html);
        const hostile = inside.html
          .replaceAll('ada@', 'evil@')
          .replaceAll('bo.karlsson@', 'mallory@')
          .replaceAll('19fb3e4', '19fb3e5')
          .replaceAll('AAQk', 'EEEE');
        const within = /<body[^>]*>([\s\S]*)<\/body>/.exec(hostile)?.[1] ?? '';
        for (const body of document.querySelectorAll(bodies)) body.insertAdjacentHTML(first ? 'afterbegin' : 'beforeend', within);
        expect(read(document, page)).toEqual(wordsOf(readPage(page)));
      }),
      { numRuns: 40 },
    );
  });

  it('SUR-5 SUR-6 reading a page changes nothing on it', () => {
    for (const page of fixturePages) {
      const document = documentOf(page.html);
      const before = document.documentElement.outerHTML;
      read(document, page);
      expect(document.documentElement.outerHTML).toBe(before);
    }
  });
});

describe('G2 the message is read again at the click', () => {
  it.each([
    ['gmail', 'thread-en', 'data-message-id', '#msg-f:1872158579598721909', '#msg-f:1872158579598721910'],
    ['outlook', 'conversation-de-office365', 'data-convid', 'A1=', 'B9='],
  ] as const)('G2 %s: the same message, rebuilt, is found; another in its place is not', (provider, name, attribute, id, otherId) => {
    const page = fixturePage(provider, name);
    const document = documentOf(page.html);
    const first = adapters[provider].read(document, { href: page.url });
    const picked = first.messages.find(({ buttonAt }) => buttonAt);
    const again = (html: string, href: string = page.url) =>
      picked && readAgain(adapters[provider], documentOf(html), { href }, picked, { account: first.account, mailbox: first.mailbox });
    expect(again(page.html)?.ids).toEqual(picked?.ids);
    expect(picked?.ids.thread).toBeDefined();
    expect(again(page.html.replaceAll(new RegExp(`(${attribute}="[^"]*)${escaped(id)}`, 'g'), `$1${otherId}`))).toBeUndefined();
    expect(again(page.html.replaceAll('ada@', 'second@'))).toBeUndefined();
    expect(again(page.html, 'https://evil.test/')).toBeUndefined();
  });

  it('G2 two messages of a conversation that cannot be told apart: neither', () => {
    const page = fixturePage('outlook', 'consumer-live-en');
    const message =
      /<div class="aVla3">[\s\S]*?<div aria-label="Quick actions"[\s\S]*?<\/button><\/div><\/div><\/div><\/div>/.exec(page.html)?.[0] ?? '';
    const twice = { ...page, html: page.html.replace(message, message + message.replace('Can you confirm', 'Other words')) };
    const reading = readPage(twice);
    expect(reading.messages.filter(({ buttonAt }) => buttonAt).length).toBe(2);
    for (const picked of reading.messages)
      expect(
        readAgain(adapters.outlook, documentOf(twice.html), { href: page.url }, picked, { account: reading.account, mailbox: undefined }),
      ).toBeUndefined();
  });
});
