import type { ComponentProps } from 'react';
import type { OpenThread as Thread } from './open-thread';
import type { Inbox } from './use-inbox';

type Bar = Pick<ComponentProps<typeof Thread>, 'onBack' | 'onFullPage' | 'end'>;

/** The conversation that is open, as every layout draws it; nothing while none is, or while what draws it is on its way. */
export function InboxThread({ inbox, ...bar }: Bar & { inbox: Inbox }) {
  const { openId, landOn, subject, OpenThread, mode } = inbox;
  // One that was merged away has nothing to show; the one it lies in opens in a moment.
  if (!subject || !OpenThread || subject.conversation.mergedInto) return null;
  return (
    <OpenThread
      key={openId}
      subject={subject}
      landOn={landOn}
      led={inbox.ledHere}
      context={inbox.contextFor(subject.conversation)}
      mode={mode}
      onMode={inbox.setMode}
      onTakenBack={(to) => inbox.takenBack(subject.conversation, to)}
      pickingStatus={inbox.pickingStatus}
      onStatusShown={inbox.statusShown}
      {...bar}
    />
  );
}
