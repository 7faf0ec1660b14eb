import { browser } from 'wxt/browser';
import { openSidePanel } from '../../utils/browser/open-side-panel';
import { sidebarAction } from '../../utils/browser/sidebar-action';
import { deviceLocale } from '../../utils/connection/device-locale';
import { openedLast } from '../../utils/connection/opened-last';
import { type PressedMail, pressedMailKey } from '../../utils/connection/pressed-mail';
import { workerWords } from '../../utils/i18n/worker-words';
import { metaRow } from '../../utils/store/me';
import { placesOfMails } from '../../utils/store/places-of-mails';
import type { MailLook, MailPageCall, MailState, ShownMail } from '../../utils/webmail/shown-mail';
import { connectionHost } from './connection-host';
import { withStore } from './with-store';

const { device } = connectionHost;

/** The tab a page is in, as the browser says it. */
type PressedTab = { id?: number | undefined; windowId?: number | undefined };

/** Does what a script in a mail page asks for. The panel is opened before anything else: after any wait the browser refuses (X3). */
export function answerMailPage(call: MailPageCall, tab: PressedTab | undefined): Promise<MailLook[] | null> {
  return call.type === 'open-panel' ? openPanel(call.mail, tab) : statesOf(call.mails);
}

async function openPanel(mail: ShownMail, { id: tabId, windowId }: PressedTab = {}): Promise<null> {
  if (windowId === undefined || tabId === undefined) return null;
  const opened = sidebarAction ? openBeside(windowId) : openSidePanel(windowId);
  // What it is opened on is looked for by the panel itself, whether it was open already or opens for this.
  await device.settings.put({ key: pressedMailKey, value: { mail, windowId, tabId, at: Date.now() } satisfies PressedMail });
  await opened;
  return null;
}

/** Firefox opens its sidebar for no press in a page: one that is open follows, else the panel gets a window of its own. */
async function openBeside(windowId: number): Promise<void> {
  if (await sidebarAction?.isOpen({ windowId })) return;
  await browser.windows.create({ type: 'popup', url: browser.runtime.getURL('/sidepanel.html'), width: 420, height: 800 });
}

const words = { 'not-logged': 'logAction', logging: 'mailLogging', waiting: 'mailWaits', logged: 'mailInInbox' } as const;

/** What the buttons say: of the account the panel would open. */
async function statesOf(mails: readonly ShownMail[]): Promise<MailLook[]> {
  const account = openedLast(await device.connections.toArray());
  if (!account) return [];
  const { places, sync } = await withStore(account.id, async (db) => ({
    places: await placesOfMails(db, mails),
    sync: await metaRow(db, 'sync'),
  }));
  const isReached = navigator.onLine && (sync?.phase === 'idle' || sync?.phase === 'syncing');
  const { t } = workerWords(await deviceLocale(device));
  return places.map(({ state: found }) => {
    const state: MailState = found === 'waiting' && isReached ? 'logging' : found;
    return { state, label: t(words[state]) };
  });
}
