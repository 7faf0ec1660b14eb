import { PanelRight } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { useKeys } from '../actions/keys-provider';
import { useActionKeys } from '../actions/use-action-keys';
import { ContextPane } from '../context/context-pane';
import { DialogsLater } from '../inbox/dialogs-later';
import { InboxThread } from '../inbox/inbox-thread';
import type { Inbox } from '../inbox/use-inbox';
import type { DeviceSettings } from '../panel/device-settings';
import { IconButton } from '../ui/icon-button';
import { ListPane } from './list-pane';
import { NothingOpen } from './nothing-open';
import { PageFoot } from './page-foot';
import { PaneEdge } from './pane-edge';
import { type PaneName, paneLayout, paneWidths } from './pane-layout';
import { Rail } from './rail';
import { usePaneCycle } from './use-pane-cycle';
import { usePanes } from './use-panes';

interface Props {
  inbox: Inbox;
  width: number;
  settings: DeviceSettings;
}

/** Views, list, thread and details beside each other, each as wide as one made it (SUR-7, LIST-4). */
export function Panes({ inbox, width, settings }: Props) {
  const { t } = useText();
  const keys = useKeys();
  const panes = usePanes();
  usePaneCycle();
  const { openId, subject, OpenThread } = inbox;
  const { rail, list, context } = panes ? paneLayout(width, panes.choices) : {};
  const details = subject ? context : undefined;
  const fold = (name: 'rail' | 'context', open: boolean) => panes?.keep({ ...panes.choices, [name]: open, ...(open && { newest: name }) });
  const toggleDetails = () => fold('context', context === undefined);
  useActionKeys((key) => {
    if (key.toLowerCase() !== 'd' || !subject || inbox.dialog) return false;
    toggleDetails();
    return true;
  });
  if (!panes || !list) return null;

  const widened = (name: PaneName, to: number) => ({ ...panes.choices, widths: { ...panes.choices.widths, [name]: to } });
  const edge = (name: PaneName) => ({
    controls: `pane-${name}`,
    usual: paneWidths[name].usual,
    onDraw: (to: number) => panes.draw(widened(name, to)),
    onKeep: (to: number) => panes.keep(widened(name, to)),
  });
  const foot = <PageFoot inbox={inbox} settings={settings} />;
  const columns = [rail && `${rail.width}px`, `${list.width}px`, 'minmax(0, 1fr)', details && `${details.width}px`];
  return (
    <div className="panes" style={{ gridTemplateColumns: columns.filter(Boolean).join(' ') }}>
      {rail && (
        <Rail
          inbox={inbox}
          foot={foot}
          edge={<PaneEdge label={t('widthOfViews')} pane={rail} side="right" onFold={() => fold('rail', false)} {...edge('rail')} />}
        />
      )}
      <ListPane
        inbox={inbox}
        settings={settings}
        railOpen={rail !== undefined}
        onRail={() => fold('rail', rail === undefined)}
        foot={foot}
        edge={<PaneEdge label={t('widthOfList')} pane={list} side="right" {...edge('list')} />}
      />
      <div className="pane thread-pane">
        {subject && OpenThread ? (
          <InboxThread
            inbox={inbox}
            end={
              <IconButton
                icon={PanelRight}
                label={details ? t('foldDetails') : t('showDetails')}
                aria-expanded={details !== undefined}
                aria-controls="pane-context"
                aria-keyshortcuts={keys.aria('d')}
                className={details ? 'is-on' : ''}
                onClick={toggleDetails}
              />
            }
          />
        ) : (
          (openId === undefined || subject === null) && <NothingOpen gone={openId !== undefined} />
        )}
      </div>
      {details && subject && (
        <ContextPane
          key={openId}
          subject={subject}
          onOpen={inbox.open}
          edge={<PaneEdge label={t('widthOfDetails')} pane={details} side="left" onFold={() => fold('context', false)} {...edge('context')} />}
        />
      )}
      <DialogsLater inbox={inbox} panes />
    </div>
  );
}
