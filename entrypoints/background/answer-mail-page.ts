import { browser } from 'wxt/browser';
import { openSidePanel } from '../../utils/browser/open-side-panel';
import { sidebarAction } from '../../utils/browser/sidebar-action';
import { deviceLocale } from '../../utils/connection/device-locale';
import { openedLast } from '../../utils/connection/opened-last';
import { type PressedMail, pressedMailKey } from '../../utils/connection/pressed-mail';
import { workerWords } from '../../utils/i18n/worker-words';
import { findShownMail } from '../../utils/store/find-shown-mail';
import type { MailLook, MailPageCall, ShownMail } from '../../utils/webmail/shown-mail';
import { connectionHost } from './connection-host';
import { withStore } from './with-store';

const { device } = connectionHost;

/** Does what a script in a mail page asks for. The panel is opened before anything else: after any wait the browser refuses (X3). */
export function answerMailPage(call: MailPageCall, windowId: number | undefined): Promise<MailLook[] | null> {
  return call.type === 'open-panel' ? openPanel(call.mail, windowId) : statesOf(call.mails);
}

async function openPanel(mail: ShownMail, windowId: number | undefined): Promise<null> {
  if (windowId === undefined) return null;
  const opened = sidebarAction ? openBeside(windowId) : openSidePanel(windowId);
  // What it is opened on is looked for by the panel itself, whether it was open already or opens for this.
  await device.settings.put({ key: pressedMailKey, value: { mail, windowId, at: Date.now() } satisfies PressedMail });
  await opened;
  return null;
}

/** Firefox opens its sidebar for no press in a page: one that is open follows, else the panel gets a window of its own. */
async function openBeside(windowId: number): Promise<void> {
  if (await sidebarAction?.isOpen({ windowId })) return;
  await browser.windows.create({ type: 'popup', url: browser.runtime.getURL('/sidepanel.html'), width: 420, height: 800 });
}

/** What the buttons say: of the account the panel would open. */
async function statesOf(mails: readonly ShownMail[]): Promise<MailLook[]> {
  const account = openedLast(await device.connections.toArray());
  if (!account) return [];
  const found = await withStore(account.id, (db) => Promise.all(mails.map((mail) => findShownMail(db, mail))));
  const { t } = workerWords(await deviceLocale(device));
  return found.map((conversation) =>
    conversation ? { state: 'in-inbox', label: t('mailInInbox') } : { state: 'not-known', label: t('mailOpenInPanel') },
  );
}
