import '../../utils/browser/no-eval';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { clearUnfinished } from '../../utils/archive/clear-unfinished';
import { parseCall } from '../../utils/messaging/parse-call';
import { senderClassOf } from '../../utils/messaging/sender-class';
import { surfacePort } from '../../utils/messaging/surface-port';
import { answerCall } from './answer-call';
import { answerMailPage } from './answer-mail-page';
import { showBadge } from './badge';
import { connectionHost } from './connection-host';
import { endSnoozesHere } from './end-snoozes-here';
import { keepNetworkLog } from './keep-network-log';
import { noteOnScreen, notOnScreen } from './on-screen';
import { clearNoticesOf, openNotice } from './open-notice';
import { ensurePoll, isPoll } from './poll-alarm';
import { preparePlatform } from './prepare-platform';
import { purgeTrashes } from './purge-trashes';
import { addSurface, keepSockets, sayPlaces } from './sockets';
import { syncAll } from './sync-all';
import { toggleSidebar } from './toggle-sidebar';
import { onToolbarMenu, openTriage, prepareToolbarButton } from './toolbar-button';
import { keepWebmailScripts } from './webmail-scripts';

/**
 * The worker: the only context on the network. It may be stopped at any moment, so it remembers nothing, and every listener is
 * there before the first await, or the event that woke it would be lost. A module: what pages need too, it reads from the same files.
 */
export default defineBackground({
  type: 'module',
  main: () => {
    keepNetworkLog();
    const own = { id: browser.runtime.id, origin: self.location.origin };

    browser.runtime.onMessage.addListener(async (raw: unknown, sender) => {
      const from = senderClassOf(sender, own);
      // No wait before this: a panel opens in the very task of the press.
      if (from === 'content-script') return answerMailPage(parseCall(raw, from), sender.frameId === 0 ? sender.tab : undefined);
      return answerCall(parseCall(raw, from));
    });

    browser.runtime.onConnect.addListener((port) => {
      if (port.name !== surfacePort || !port.sender || senderClassOf(port.sender, own) !== 'page') return port.disconnect();
      const remove = addSurface();
      port.onMessage.addListener((message: unknown) => {
        const seen = noteOnScreen(port, message);
        sayPlaces();
        if (seen !== undefined) void clearNoticesOf(seen);
      });
      port.onDisconnect.addListener(() => {
        notOnScreen(port);
        sayPlaces();
        remove();
      });
      void syncAll('now');
    });

    browser.alarms.onAlarm.addListener((alarm) => {
      if (!isPoll(alarm)) return;
      void keepSockets();
      void syncAll('patiently');
      void purgeTrashes();
      // What waits may have become late, or is back from snooze, whatever the hub says.
      void endSnoozesHere().then(showBadge);
    });

    browser.notifications.onClicked.addListener((name) => void openNotice(name));
    browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => onToolbarMenu(menuItemId, tab?.windowId));
    browser.commands.onCommand.addListener((command) => {
      if (command === 'quick-triage') void openTriage();
    });

    browser.action.onClicked.addListener(toggleSidebar);
    self.addEventListener('online', () => void syncAll('now'));
    browser.runtime.onStartup.addListener(() => {
      void syncAll('now');
      void keepWebmailScripts();
    });
    browser.runtime.onInstalled.addListener(() => {
      void syncAll('now');
      void keepWebmailScripts(true);
    });
    browser.permissions.onAdded.addListener(() => void keepWebmailScripts());
    browser.permissions.onRemoved.addListener(() => void keepWebmailScripts());

    void preparePlatform();
    void prepareToolbarButton();
    void showBadge();
    void ensurePoll();
    void clearUnfinished(connectionHost.device, navigator.locks);
  },
});
