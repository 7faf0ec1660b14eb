import { workerReader } from '../import/mail-reader';
import type { SplitText } from '../mail/split-quote';

/**
 * The text of each of these mails out of a webmail, what was written now and the history below it, read as a mail is that comes by itself: in a thread of its own, where
 * strangers' markup holds nobody up (S31). One that takes too long has no text; its markup is kept.
 */
export async function textsOfMarkups(markups: readonly string[]): Promise<SplitText[]> {
  const reader = workerReader();
  try {
    const texts: SplitText[] = [];
    for (const markup of markups) texts.push(await reader.textOf(markup));
    return texts;
  } finally {
    reader.close();
  }
}
