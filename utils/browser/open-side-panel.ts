import { browser } from 'wxt/browser';
import { sidebarAction } from './sidebar-action';

/** The window the browser's side panel can stand in: a popup or a window of ours without tabs has none. */
export async function browserWindowId(): Promise<number | undefined> {
  return (await browser.windows.getLastFocused({ windowTypes: ['normal'] })).id;
}

/** Opens the side panel, in Firefox the sidebar. Call it in the very task of a key or click, with the window looked up before: after any wait the browser refuses (X3). */
export const openSidePanel = (windowId: number): Promise<void> => sidebarAction?.open() ?? browser.sidePanel.open({ windowId });
