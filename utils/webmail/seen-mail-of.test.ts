import { describe, expect, it } from 'vitest';
import { SeenMail } from '../../domain/mail/seen-mail';
import { htmlToText } from '../mail/html-to-text';
import { splitQuote } from '../mail/split-quote';
import type { PageMail } from './page-thread';
import { seenMailOf } from './seen-mail-of';

const ids = { messageId: 'm', contactId: 'c' };
const seenIn = { provider: 'gmail', account: 'ada@example.test', thread: 't1', message: 'm1' } as const;
const mail = (extra: Partial<PageMail> = {}): PageMail => ({
  shown: { provider: 'gmail', who: { address: 'bo@kunde.example', name: 'Bo' }, received: true, digest: 'x', shownDate: 'Nov 13', seenIn },
  from: { name: 'Bo', address: 'bo@kunde.example' },
  recipients: [
    { name: 'Ada', address: 'ada@example.test', as: undefined },
    { name: '', address: 'chi@example.test', as: 'cc' },
    { name: '', address: 'boss@example.test', as: 'bcc' },
  ],
  subject: 'Invoice',
  markup: '<p>Hello Ada</p>',
  isCut: false,
  own: false,
  refusal: undefined,
  attachments: ['a.pdf'],
  ...extra,
});
const logged = (one: PageMail) => seenMailOf(one, splitQuote(htmlToText(one.markup)), ids);

describe('SUR-5 SUR-6 a mail read from a page, as it is logged', () => {
  it('with what the page has, and nothing made up: no Message-ID, no date, no files', () => {
    expect(logged(mail())).toEqual({
      ids,
      rfcMessageId: null,
      from: { name: 'Bo', address: 'bo@kunde.example' },
      to: [{ name: 'Ada', address: 'ada@example.test' }],
      cc: [{ name: '', address: 'chi@example.test' }],
      subject: 'Invoice',
      date: null,
      references: [],
      text: 'Hello Ada',
      quotedText: '',
      html: '<p>Hello Ada</p>',
      attachments: [],
      automatic: null,
      own: false,
      seenIn,
      refusal: null,
    });
  });
  it('the agent’s own is theirs; what may not be logged stays so', () => {
    expect(logged(mail({ own: true, refusal: 'confidential' }))).toMatchObject({ own: true, refusal: 'confidential' });
  });
  it('of one that was cut short the text alone, and says so; all of it within the rule’s bounds', () => {
    const long = logged(mail({ isCut: true, markup: `<p>${'word '.repeat(90_000)}` }));
    expect(long).toMatchObject({ html: null, cut: { text: true } });
    expect(logged(mail({ markup: 'a\0b' }))).toMatchObject({ html: expect.not.stringContaining('\0') });
    expect(() =>
      SeenMail.parse({ ...long, ids: { messageId: '0198a1f0-0000-7000-8000-000000000001', contactId: '0198a1f0-0000-7000-8000-000000000002' } }),
    ).not.toThrow();
  });
});
