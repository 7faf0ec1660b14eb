import { useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { openFullPage } from '../../utils/browser/open-full-page';
import type { ListPlace } from '../conversation-list/use-list';
import { OneColumn } from '../inbox/one-column';
import { useInbox } from '../inbox/use-inbox';
import type { Whereabouts } from '../inbox/whereabouts';
import { hashOf } from '../page/hash-place';
import type { DeviceSettings } from './device-settings';
import { useLanding } from './use-landing';
import { type KeptPlace, usePlace } from './use-place';
import { useWorkspace } from './workspace-context';

/** The inbox of the panel, where one was in it. */
export function InboxScreen({ settings, kept }: { settings: DeviceSettings; kept: KeptPlace }) {
  const { inboxes } = useWorkspace();
  const [place, setPlace] = usePlace(kept, inboxes);
  return place ? <PanelInbox place={place} onPlace={setPlace} settings={settings} /> : null;
}

interface Props {
  place: ListPlace;
  onPlace(change: Partial<ListPlace>): void;
  settings: DeviceSettings;
}

function PanelInbox({ place, onPlace, settings }: Props) {
  const [openId, setOpenId] = useState<Id>();
  const go: Whereabouts['go'] = ({ openId: to, landOn: _landOn, instead: _instead, ...change }) => {
    setOpenId(to);
    if (Object.keys(change).length > 0) onPlace(change);
  };
  const { connection } = useWorkspace();
  useLanding(connection.id, (landing) => go({ ...landing.place, openId: landing.openId }));
  const inbox = useInbox({ place, openId, go }, { beside: false });
  return <OneColumn inbox={inbox} settings={settings} onFullPage={() => openFullPage(hashOf({ ...place, openId }))} />;
}
