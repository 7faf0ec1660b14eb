import { sidebarAction } from '../../utils/browser/sidebar-action';

/** Firefox: the toolbar button shows and hides the sidebar. It must be the first thing the click does. Chromium opens its side panel by itself. */
export const toggleSidebar = (): void => void sidebarAction?.toggle();
