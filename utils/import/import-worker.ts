import { htmlToText } from '../mail/html-to-text';
import { type SplitText, splitQuote } from '../mail/split-quote';
import { indexMails } from './index-mails';
import type { FoundMail, MailIndex } from './mail-source';
import { readFoundMail } from './read-found-mail';
import type { ReadFor, ReadMail } from './unreadable-mail';

/** To the worker, one at a time. */
export type ImportJob =
  | { job: 'index'; files: readonly File[] }
  | { job: 'read'; found: FoundMail; about: ReadFor }
  | { job: 'text'; markup: string };
/** From it. */
export type ImportAnswer = { looked: number } | { index: MailIndex } | { read: ReadMail } | { text: SplitText } | { failed: string };

/** Runs in a thread of its own, which the page may stop at any moment: mails are strangers' words. */
const say = (answer: ImportAnswer) => postMessage(answer);

addEventListener('message', ({ data }: MessageEvent<ImportJob>) => {
  const work = async () => {
    if (data.job === 'read') say({ read: await readFoundMail(data.found, data.about) });
    else if (data.job === 'text') say({ text: splitQuote(htmlToText(data.markup)) });
    else say({ index: await indexMails(data.files, (looked) => say({ looked })) });
  };
  work().catch((fault: unknown) => say({ failed: fault instanceof Error ? fault.message : String(fault) }));
});
