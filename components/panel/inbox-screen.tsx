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
import { usePressedMail } from './use-pressed-mail';
import { useWorkspace } from './workspace-context';

/** The inbox of the panel, where one was in it. */
export function InboxScreen({ settings, kept }: { settings: DeviceSettings; kept: KeptPlace }) {
  const { inboxes } = useWorkspace();
  const [place, setPlace] = usePlace(kept, inboxes);
  // Kept here: whoever comes back from a mail's sender finds the thread they had.
  const [openId, setOpenId] = useState<Id>();
  const pressed = usePressedMail();
  if (!place) return null;
  if (pressed) {
    const { Screen, mail, tabId, thread, open, leave } = pressed;
    // Anew for each press: what was chosen for one mail is not chosen for the next.
    return <Screen key={JSON.stringify(mail)} mail={mail} tabId={tabId} thread={thread} inboxId={place.inboxId} onOpen={open} onLeave={leave} />;
  }
  return <PanelInbox place={place} onPlace={setPlace} openId={openId} onOpen={setOpenId} settings={settings} />;
}

interface Props {
  place: ListPlace;
  onPlace(change: Partial<ListPlace>): void;
  openId: Id | undefined;
  onOpen(openId: Id | undefined): void;
  settings: DeviceSettings;
}

function PanelInbox({ place, onPlace, openId, onOpen, settings }: Props) {
  const go: Whereabouts['go'] = ({ openId: to, landOn: _landOn, instead: _instead, ...change }) => {
    onOpen(to);
    if (Object.keys(change).length > 0) onPlace(change);
  };
  const { connection } = useWorkspace();
  useLanding(connection.id, (landing) => go({ ...landing.place, openId: landing.openId }));
  const inbox = useInbox({ place, openId, go }, { beside: false });
  return <OneColumn inbox={inbox} settings={settings} onFullPage={() => openFullPage(hashOf({ ...place, openId }))} />;
}
