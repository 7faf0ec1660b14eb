import { describe, expect, it } from 'vitest';
import { fixturePages, readPage } from '../../tests/support/webmail-pages';
import { digestOfMail } from './digest-of-mail';
import { mailShown } from './mail-shown';

const shownOn = (page: (typeof fixturePages)[number]) => {
  const read = readPage(page);
  return read.messages.flatMap((message) => mailShown(page.provider, message, read) ?? []);
};

describe('SUR-5 SUR-6 what the worker is told of an open mail', () => {
  for (const page of fixturePages.filter(({ truth }) => ['thread', 'preview'].includes(truth.view))) {
    it(`${page.provider}/${page.name}: each expanded message, by who wrote it and its own words`, () => {
      const { truth } = page;
      const own = (email: string) => email === truth.account;
      expect(shownOn(page)).toEqual(
        truth.messages
          .filter(({ state, permMsgId }) => state === 'expanded' && !permMsgId?.startsWith('msg-a:'))
          .map(({ from, to, bodyText, dateTitle, dateText, legacyMsgId }) => {
            const who = own(from.email) ? to[0] : from;
            return {
              provider: page.provider,
              who: { address: who?.email, name: who?.name },
              received: !own(from.email),
              digest: expect.any(String),
              shownDate: dateTitle ?? dateText,
              seenIn: {
                provider: page.provider,
                account: truth.account,
                thread: truth.legacyThreadId ?? truth.convid ?? null,
                message: legacyMsgId ?? null,
              },
              ...(bodyText.replaceAll(/[^\p{L}\p{N}]/gu, '').length > 100 && { digest: digestOfMail(truth.subject ?? '', bodyText) }),
            };
          }),
      );
    });
  }
  it('G4 the page sends none of a mail’s words', () => {
    for (const page of fixturePages) {
      const sent = JSON.stringify(shownOn(page));
      for (const { bodyText } of page.truth.messages) for (const word of bodyText.match(/\p{L}{6,}/gu) ?? []) expect(sent).not.toContain(word);
    }
  });
  it('lists, settings and empty panes say nothing', () => {
    for (const page of fixturePages.filter(({ truth }) => ['list', 'multi', 'other'].includes(truth.view)))
      expect(shownOn(page), page.name).toEqual([]);
  });
});
