import { useCallback, useEffect, useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import type { MailboxAnswer } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';

/** ms between two looks at an import. */
const rhythm = 1500;

/**
 * Servers and progress of a mailbox, as the hub alone knows them: looked at again while mail is being brought in, and whenever its
 * standing changes (`follow`). `undefined` until the hub has answered.
 */
export function useMailboxState(channelId: Id, { asked, follow }: { asked: boolean; follow: string }): MailboxAnswer | undefined {
  const { connection } = useWorkspace();
  const connectionId = connection.id;
  const [state, setState] = useState<MailboxAnswer>();
  const look = useCallback(async () => {
    const answer = await askHub({ type: 'mailbox-state', connectionId, channelId });
    return 'answer' in answer ? answer.answer : undefined;
  }, [connectionId, channelId]);
  useEffect(() => {
    if (!asked) return undefined;
    let gone = false;
    let next: ReturnType<typeof setTimeout> | undefined;
    const goOn = async () => {
      const found = await look();
      if (gone) return;
      if (found) setState(found);
      if (follow.startsWith('importing') || (found && (found.standing.state === 'importing' || found.progress.waiting > 0)))
        next = setTimeout(goOn, rhythm);
    };
    void goOn();
    return () => {
      gone = true;
      clearTimeout(next);
    };
  }, [asked, follow, look]);
  return state;
}
