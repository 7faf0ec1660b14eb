import { browser } from 'wxt/browser';

/** The window the browser's side panel can stand in: a popup or a window of ours without tabs has none. */
export async function browserWindowId(): Promise<number | undefined> {
  return (await browser.windows.getLastFocused({ windowTypes: ['normal'] })).id;
}

/** Firefox has a sidebar of its window instead, which the types leave out. */
const { sidebarAction } = browser as unknown as { sidebarAction?: { open(): Promise<void> } };

/** Opens the side panel. Call it in the very task of a key or click, with the window looked up before: after any wait the browser refuses (X3). */
export const openSidePanel = (windowId: number): Promise<void> => sidebarAction?.open() ?? browser.sidePanel.open({ windowId });
