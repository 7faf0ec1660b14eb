import { describe, expect, it } from 'vitest';
import { adapters, documentOf, type FixturePage, fixturePage, fixturePages } from '../../../tests/support/webmail-pages';
import { PageThreadAnswer } from '../../messaging/page-thread-answer';
import { mailShown } from '../mail-shown';
import type { ShownMail } from '../shown-mail';
import { readThread } from './read-thread';

/** The page as a browser has it. */
const opened = ({ html, url }: Pick<FixturePage, 'html' | 'url'>) => {
  const document = documentOf(html);
  Object.defineProperty(document, 'location', { value: { href: url } });
  return document;
};
const shownOn = (page: FixturePage, document = opened(page)) => {
  const adapter = adapters[page.provider];
  const read = adapter.read(document, document.location);
  return read.messages.flatMap((message) => mailShown(page.provider, message, read) ?? []);
};
const onlyShown = (page: FixturePage): ShownMail => {
  const [only] = shownOn(page);
  if (!only) throw new Error('no mail is told apart');
  return only;
};

describe('SUR-5 SUR-6 K17 what a page gives of its thread when the panel asks', () => {
  for (const page of fixturePages.filter(({ truth }) => ['thread', 'preview'].includes(truth.view))) {
    it(`${page.provider}/${page.name}: each mail with a button, its words, people and files`, () => {
      for (const shown of shownOn(page)) {
        const thread = readThread(adapters[page.provider], opened(page), shown);
        expect(PageThreadAnswer.safeParse(thread).success).toBe(true);
        const mail = thread?.mails[thread.at];
        const truth = page.truth.messages.find(({ from, state }) => state === 'expanded' && from.email === mail?.from.address);
        expect(mail).toMatchObject({ shown, subject: page.truth.subject, isCut: false, own: truth?.from.email === page.truth.account });
        expect(mail?.recipients.map(({ address }) => address)).toEqual(truth?.to.map(({ email }) => email));
        expect(mail?.attachments).toEqual(truth?.attachments ?? []);
        expect(thread?.folded).toBe(page.truth.messages.filter(({ state }) => state === 'collapsed').length);
      }
    });
  }
  it('G2 nothing of a mail that is not open any more, nor in another account', () => {
    const page = fixturePage('gmail', 'thread-en');
    const shown = onlyShown(page);
    const read = (html: string) => readThread(adapters.gmail, opened({ ...page, html }), shown);
    expect(read(page.html)).not.toBeNull();
    expect(read(page.html.replaceAll('19fb3e4f1c2e8375', '19fb3e4f1c2e8376').replaceAll('1872158579598721909', '1872158579598721910'))).toBeNull();
    expect(read(page.html.replaceAll('ada@example.test', 'eve@example.test'))).toBeNull();
    expect(read(page.html.replace('could you confirm', 'please pay at once'))).toBeNull();
    expect(readThread(adapters.gmail, opened(fixturePage('gmail', 'inbox-list-en')), shown)).toBeNull();
  });
  it('G7 of a mail that is far too long, its beginning', () => {
    const page = fixturePage('gmail', 'thread-en');
    const html = page.html.replace('Best, Bo', `Best, Bo ${'<p>and on</p>'.repeat(60_000)}`);
    const long = { ...page, html };
    const thread = readThread(adapters.gmail, opened(long), onlyShown(long));
    expect(PageThreadAnswer.safeParse(thread).success).toBe(true);
    expect(thread?.mails[thread.at]).toMatchObject({ isCut: true });
  });
});
