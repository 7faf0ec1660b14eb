import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { gmail } from '../../utils/webmail/gmail/read-gmail';
import { outlook } from '../../utils/webmail/outlook/read-outlook';
import type { WebmailPage } from '../../utils/webmail/webmail-adapter';

interface Person {
  name: string;
  email: string;
}
/** What is true of a page in `tests/fixtures/webmail`, written down when it was made; no field is there that the page does not have. */
export interface Truth {
  account: string;
  view: 'thread' | 'preview' | 'list' | 'multi' | 'other' | 'spa';
  subject?: string;
  threadPermId?: string | null;
  legacyThreadId?: string;
  convid?: string;
  itemId?: string | null;
  messages: {
    state: 'collapsed' | 'expanded';
    permMsgId?: string | null;
    legacyMsgId?: string | null;
    from: Person;
    to: Person[];
    dateTitle?: string;
    dateText?: string;
    bodyText: string;
    attachments?: string[];
  }[];
  compose?: { kind: string; draft?: string; replyTo?: string | null; threadPermId?: string; subject: string; to: Person[] }[];
  routes?: Record<string, Truth>;
  onClickRow?: Truth[];
}

export interface FixturePage {
  provider: 'gmail' | 'outlook';
  name: string;
  url: string;
  html: string;
  truth: Truth;
}

const folder = join(import.meta.dirname, '../fixtures/webmail');
export const adapters = { gmail, outlook };

/** Pages written after the providers' own, with what is true of each; scripts in them do not run here. */
export const fixturePages: FixturePage[] = (['gmail', 'outlook'] as const).flatMap((provider) =>
  readdirSync(join(folder, provider))
    .filter((file) => file.endsWith('.expected.json') && !file.startsWith('raw-'))
    .map((file) => {
      const { url, expected } = JSON.parse(readFileSync(join(folder, provider, file), 'utf8'));
      const name = file.replace('.expected.json', '');
      return { provider, name, url, html: readFileSync(join(folder, provider, `${name}.html`), 'utf8'), truth: { messages: [], ...expected } };
    }),
);

export const fixturePage = (provider: 'gmail' | 'outlook', name: string): FixturePage => {
  const page = fixturePages.find((one) => one.provider === provider && one.name === name);
  if (!page) throw new Error(`no page ${provider}/${name}`);
  return page;
};

export const documentOf = (html: string): Document => parseHTML(html).document;

/** What an adapter says of a page, without its elements: what two readings can be compared by. */
export function wordsOf(page: WebmailPage) {
  return {
    kind: page.kind,
    account: page.account,
    mailbox: page.mailbox,
    changed: page.changed,
    messages: page.messages.map(({ buttonAt, body, ranks, ...rest }) => ({ ...rest, button: buttonAt !== undefined })),
    composers: page.composers.map(({ root, editor, buttonAt, ranks, ...rest }) => rest),
  };
}
export type PageWords = ReturnType<typeof wordsOf>;

export function readPage({ provider, html, url }: Pick<FixturePage, 'provider' | 'html' | 'url'>): WebmailPage {
  return adapters[provider].read(documentOf(html), { href: url });
}
