import { browser } from 'wxt/browser';
import { oneAtATime } from '../../utils/browser/one-at-a-time';
import { openSidePanel } from '../../utils/browser/open-side-panel';
import { deviceLocale } from '../../utils/connection/device-locale';
import { readToolbarButton, type ToolbarButton } from '../../utils/connection/toolbar-button';
import { workerWords } from '../../utils/i18n/worker-words';
import { connectionHost } from './connection-host';

const popup = 'popup.html';

/**
 * The button opens what this device chose, its context menu the other. Done at every start and whenever the choice or the language
 * changes; what is set here outlives the worker.
 */
export const prepareToolbarButton = (): Promise<void> =>
  oneAtATime(navigator.locks, 'samtale-toolbar-button', async () => {
    const { device } = connectionHost;
    const opens = await readToolbarButton(device);
    await opensOnPress(opens);
    const other: ToolbarButton = opens === 'panel' ? 'triage' : 'panel';
    const { t } = workerWords(await deviceLocale(device));
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: other, contexts: ['action'], title: t(other === 'triage' ? 'triageTitle' : 'triagePanel') });
  });

async function opensOnPress(opens: ToolbarButton): Promise<void> {
  // Firefox has no such behaviour: there the press arrives at `toggleSidebar` while no popup is set.
  await browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: opens === 'panel' });
  await browser.action.setPopup({ popup: opens === 'triage' ? popup : '' });
}

/** The line of the context menu. The panel is opened before anything else: after any wait the browser refuses (X3). */
export function onToolbarMenu(menuItemId: unknown, windowId: number | undefined): void {
  if (menuItemId === 'panel' && windowId !== undefined) void openSidePanel(windowId);
  if (menuItemId === 'triage') void openTriage();
}

/**
 * Quick triage under the button, whatever the button opens. Both are asked at once, they are done in their order: after any wait Firefox would refuse
 * to open it. Chromium before 127 lets nobody open a popup: there it gets a window of its own.
 */
export async function openTriage(): Promise<void> {
  try {
    await Promise.all([browser.action.setPopup({ popup }), browser.action.openPopup()]);
  } catch (error) {
    console.info('no popup, a window instead', error);
    await browser.windows.create({ type: 'popup', url: browser.runtime.getURL(`/${popup}`), width: 396, height: 600 });
  } finally {
    await prepareToolbarButton();
  }
}
