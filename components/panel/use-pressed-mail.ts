import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { viewsOf } from '../../domain/view/views-of';
import { type PressedMail, pressedMailKey } from '../../utils/connection/pressed-mail';
import type { PageThread } from '../../utils/webmail/page-thread';
import { device } from './device';
import { type Landing, landingKey } from './landing';
import { useLater } from './use-later';
import { useWindowId } from './use-window-id';
import { useWorkspace } from './workspace-context';

/** Whoever pressed so long ago, in ms, does not wait for it any more. */
const late = 60_000;

const load = async () => {
  const [{ MailScreen }, { placesOfMails }, { readOpenThread }] = await Promise.all([
    import('../mail-page/mail-screen'),
    import('../../utils/store/places-of-mails'),
    import('../../utils/browser/read-open-thread'),
  ]);
  return { MailScreen, placesOfMails, readOpenThread };
};

interface Shown extends Pick<PressedMail, 'mail' | 'tabId'> {
  thread: PageThread | undefined;
}

/** In this window the button at an open mail was pressed: its conversation opens, or the screen that logs it. */
export function usePressedMail() {
  const { connection, db } = useWorkspace();
  const windowId = useWindowId();
  const [shown, setShown] = useState<Shown>();
  const pressed = useLiveQuery(async () => (await device.settings.get(pressedMailKey))?.value as PressedMail | undefined);
  const parts = useLater(load, pressed !== undefined);
  const open = useCallback(
    (conversation: Conversation) => {
      if (windowId === undefined) return;
      const { id: openId, inboxId } = conversation;
      const landing: Landing = { place: { inboxId, view: viewsOf(conversation)[0] ?? 'open', order: 'newest' }, openId, windowId };
      void device.settings.put({ key: landingKey(connection.id), value: landing });
      setShown(undefined);
    },
    [connection.id, windowId],
  );
  useEffect(() => {
    if (!parts || !pressed || pressed.windowId !== windowId) return;
    void device.settings.delete(pressedMailKey);
    if (Date.now() - pressed.at > late) return;
    const { mail, tabId } = pressed;
    const look = async () => {
      const [place] = await parts.placesOfMails(db, [mail]);
      if (place?.conversation) open(place.conversation);
      else setShown({ mail, tabId, thread: await parts.readOpenThread(tabId, mail) });
    };
    look().catch((error: unknown) => console.error('the pressed mail was not looked for', error));
  }, [parts, pressed, windowId, db, open]);
  return shown && parts && { ...shown, Screen: parts.MailScreen, open, leave: () => setShown(undefined) };
}
