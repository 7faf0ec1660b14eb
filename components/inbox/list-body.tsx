import { isCustomView } from '../../domain/view/views-of';
import { useText } from '../../utils/i18n/use-text';
import { ConversationList } from '../conversation-list/conversation-list';
import { EmptyView } from '../conversation-list/empty-view';
import { LoadingRows } from '../conversation-list/loading-rows';
import { DropMail } from '../import/drop-mail';
import type { DeviceSettings } from '../panel/device-settings';
import { NoMailYet } from './no-mail-yet';
import { StoppedChannels } from './stopped-channels';
import type { Inbox } from './use-inbox';
import { useNothingYet } from './use-nothing-yet';

/** The rows of a view, or what stands where they will be or are none; above them what came in meanwhile and waits. */
export function ListBody({ inbox, settings }: { inbox: Inbox; settings: DeviceSettings }) {
  const { plural } = useText();
  const { place, list, counts } = inbox;
  const { rows, waiting } = list;
  const count = counts?.[place.view];
  const nothingYet = useNothingYet(place.inboxId, counts);
  const openImport = () => inbox.setDialog('import');
  return (
    <DropMail inboxId={place.inboxId} onTaken={openImport}>
      <StoppedChannels />
      {waiting > 0 && (
        <button type="button" className="btn text xs mx-auto mb-1" onClick={list.release}>
          {plural('newConversations', waiting)}
        </button>
      )}
      {rows === undefined || (rows.length === 0 && count === undefined && isCustomView(place.view)) ? (
        <LoadingRows />
      ) : rows.length === 0 && nothingYet ? (
        <NoMailYet inboxId={place.inboxId} onImport={openImport} onInvite={() => inbox.setDialog('invite')} />
      ) : rows.length === 0 ? (
        <EmptyView view={place.view} open={counts?.open ?? 0} onShowOpen={() => inbox.goTo({ view: 'open' })} />
      ) : (
        <ConversationList
          key={`${place.inboxId}/${place.view}/${place.order}`}
          rows={rows}
          total={list.whole ? rows.length : Math.max(count ?? 0, rows.length)}
          view={place.view}
          label={inbox.viewName}
          compact={settings.density === 'compact'}
          cursor={inbox.cursor}
          open={inbox.openId}
          ticks={inbox.ticks}
          listRef={inbox.listRef}
          onCursor={inbox.setCursor}
          onOpen={inbox.open}
          onDo={inbox.act}
          onNearEnd={list.more}
          onHeld={list.hold}
        />
      )}
    </DropMail>
  );
}
