import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { type PressedMail, pressedMailKey } from '../../utils/connection/pressed-mail';
import type { ShownMail } from '../../utils/webmail/shown-mail';
import { device } from './device';
import { type Landing, landingKey } from './landing';
import { useLater } from './use-later';
import { useWindowId } from './use-window-id';
import { useWorkspace } from './workspace-context';

/** Whoever pressed so long ago, in ms, does not wait for it any more. */
const late = 60_000;

const load = async () => {
  const [{ MailScreen }, { findShownMail }] = await Promise.all([import('../mail-page/mail-screen'), import('../../utils/store/find-shown-mail')]);
  return { MailScreen, findShownMail };
};

/** In this window the button at an open mail was pressed: its conversation opens, or a screen about whose mail it is. */
export function usePressedMail() {
  const { connection, db } = useWorkspace();
  const windowId = useWindowId();
  const [mail, setMail] = useState<ShownMail>();
  const pressed = useLiveQuery(async () => (await device.settings.get(pressedMailKey))?.value as PressedMail | undefined);
  const parts = useLater(load, pressed !== undefined);
  const open = useCallback(
    (conversation: Conversation) => {
      if (windowId === undefined) return;
      const { id: openId, inboxId, status, snoozed } = conversation;
      const view = status === 'closed' ? 'closed' : snoozed ? 'snoozed' : 'open';
      const landing: Landing = { place: { inboxId, view, order: 'newest' }, openId, windowId };
      void device.settings.put({ key: landingKey(connection.id), value: landing });
      setMail(undefined);
    },
    [connection.id, windowId],
  );
  useEffect(() => {
    if (!parts || !pressed || pressed.windowId !== windowId) return;
    void device.settings.delete(pressedMailKey);
    if (Date.now() - pressed.at > late) return;
    parts.findShownMail(db, pressed.mail).then(
      (found) => (found ? open(found) : setMail(pressed.mail)),
      (error: unknown) => console.error('the pressed mail was not looked for', error),
    );
  }, [parts, pressed, windowId, db, open]);
  return mail && parts ? { mail, Screen: parts.MailScreen, open, leave: () => setMail(undefined) } : {};
}
