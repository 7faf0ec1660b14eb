import { PanelRight } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { useKeys } from '../actions/keys-provider';
import { useActionKeys } from '../actions/use-action-keys';
import { viewSummary } from '../conversation-list/view-summary';
import { AvailabilitySwitch } from '../panel/availability-switch';
import type { DeviceSettings } from '../panel/device-settings';
import { InboxSwitcher } from '../panel/inbox-switcher';
import { PanelMenu } from '../panel/panel-menu';
import { SettingsShortcut } from '../panel/settings-shortcut';
import { isUnderMore } from '../panel/standard-views';
import { useLater } from '../panel/use-later';
import { ViewTabs } from '../panel/view-tabs';
import { StatusLine } from '../status/status-line';
import { IconButton } from '../ui/icon-button';
import { DialogsLater } from './dialogs-later';
import { InboxThread } from './inbox-thread';
import { ListBody } from './list-body';
import { ListHead } from './list-head';
import { OrderButton } from './order-button';
import type { Inbox } from './use-inbox';

interface Props {
  inbox: Inbox;
  settings: DeviceSettings;
  /** Opens the same place in a tab; absent where one is in a tab already. */
  onFullPage?: (() => void) | undefined;
}

const loadContext = () => import('../context/context-screen');

/** The inbox in one column: the list, over it the thread one opened, and at the foot where this device stands with the hub. The panel, and a tab too narrow for panes. */
export function OneColumn({ inbox, settings, onFullPage }: Props) {
  const text = useText();
  const { t } = text;
  const { place, list, counts, subject, openId, OpenThread } = inbox;
  const { view } = place;
  const count = counts?.[view];
  const threadOpen = openId !== undefined && OpenThread && subject;
  const keys = useKeys();
  // Kept with the conversation it is of: another one opens on its thread.
  const [contextOf, setContextOf] = useState<Id>();
  const contextOpen = threadOpen && contextOf === openId;
  const context = useLater(loadContext, Boolean(contextOpen));
  const closeContext = () => {
    setContextOf(undefined);
    requestAnimationFrame(() => document.getElementById('thread')?.focus({ preventScroll: true }));
  };
  // The thread, with its line of the ticket, lies unseen under the context: there it is the ticket's own value that opens.
  const pickHere = () => {
    const value = document.querySelector<HTMLElement>('.context-screen .ed:has(> .stage)');
    value?.click();
    if (!value) closeContext();
    return value !== null;
  };
  useActionKeys((key) => {
    if (!threadOpen || inbox.dialog) return false;
    if (contextOpen && (key === 'Escape' || key.toLowerCase() === 'd')) closeContext();
    else if (contextOpen && key === 'u') return pickHere();
    else if (key.toLowerCase() === 'd') setContextOf(openId);
    else return false;
    return true;
  });
  return (
    <>
      {threadOpen && (
        // The thread stays as it is under its context, with the place one reads at and what one writes.
        <div className={contextOpen && context ? 'invisible absolute inset-0 -z-10 flex flex-col' : 'contents'}>
          <InboxThread
            inbox={inbox}
            onBack={inbox.back}
            onFullPage={onFullPage}
            end={<IconButton icon={PanelRight} label={t('showDetails')} aria-keyshortcuts={keys.aria('d')} onClick={() => setContextOf(openId)} />}
          />
        </div>
      )}
      {contextOpen && context && (
        <context.ContextScreen
          subject={subject}
          onBack={closeContext}
          onOpen={(conversation) => {
            setContextOf(undefined);
            inbox.open(conversation);
          }}
        />
      )}
      {/* The list stays where it is, unseen, under an open thread: one comes back to where one was. */}
      <div className={threadOpen ? 'invisible absolute inset-0 -z-10 flex flex-col' : 'flex min-h-0 grow flex-col'}>
        <header className="bar top">
          <InboxSwitcher inboxId={place.inboxId} open={counts?.open} onSwitch={(inboxId) => inbox.goTo({ inboxId })} />
          <span className="grow" />
          <AvailabilitySwitch short />
          <PanelMenu settings={settings} inboxId={place.inboxId} onFullPage={onFullPage} onDialog={inbox.setDialog} />
        </header>
        <ViewTabs inbox={inbox} />
        <main className="flex min-h-0 grow flex-col">
          <ListHead inbox={inbox} heading="h1">
            <div className="flex flex-none items-center gap-1 py-1 pr-2 pl-4">
              <h1 className="cut grow text-xs text-ink-2">
                <span className={isUnderMore(view) ? 'font-semibold text-ink' : 'sr-only'}>{inbox.viewName}</span>
                {isUnderMore(view) ? ' · ' : <span className="sr-only">: </span>}
                {count !== undefined && list.rows && viewSummary(view, count, list.rows, text)}
              </h1>
              <OrderButton inbox={inbox} />
            </div>
          </ListHead>
          <ListBody inbox={inbox} settings={settings} />
        </main>
      </div>
      <DialogsLater inbox={inbox} />
      <StatusLine start={<SettingsShortcut inboxId={place.inboxId} where={onFullPage ? 'new-tab' : 'here'} />} />
    </>
  );
}
