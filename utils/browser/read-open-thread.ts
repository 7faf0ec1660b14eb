import { browser } from 'wxt/browser';
import { PageThreadAnswer } from '../messaging/page-thread-answer';
import type { PageThread } from '../webmail/page-thread';
import { isSameShown, type ShownMail, type ToMailPage } from '../webmail/shown-mail';

/**
 * Asks a tab for the thread that mail is in, as it stands there now. Nothing where it is not open there any more, where the page does not answer, and where what
 * it answers is not what was asked for: then nothing may be logged (G2, K17).
 */
export async function readOpenThread(tabId: number, mail: ShownMail): Promise<PageThread | undefined> {
  const call: ToMailPage = { type: 'read-mail', mail };
  const answer: unknown = await browser.tabs.sendMessage(tabId, call).catch(() => null);
  const thread = PageThreadAnswer.safeParse(answer).data as PageThread | undefined;
  const asked = thread?.mails[thread.at];
  return asked && isSameShown(asked.shown, mail) ? thread : undefined;
}
