import { useCallback, useEffect, useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import type { MailboxAnswer, SetUpProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';

/** ms between two looks at an import. */
const rhythm = 1500;

export interface MailboxState {
  /** As last heard; `undefined` until the hub has answered once. */
  known: MailboxAnswer | undefined;
  /** Why the last question was not answered. */
  failed: SetUpProblem | undefined;
  again(): void;
}

/**
 * Servers and progress of a mailbox, as the hub alone knows them: looked at again while mail is being brought in, and whenever its
 * standing changes (`follow`).
 */
export function useMailboxState(channelId: Id, { asked, follow }: { asked: boolean; follow: string }): MailboxState {
  const { connection } = useWorkspace();
  const connectionId = connection.id;
  const [known, setKnown] = useState<MailboxAnswer>();
  const [failed, setFailed] = useState<MailboxState['failed']>();
  const look = useCallback(async () => {
    const said = await askHub({ type: 'mailbox-state', connectionId, channelId });
    setFailed('failed' in said ? said.failed : undefined);
    if ('answer' in said) setKnown(said.answer);
    return 'answer' in said ? said.answer : undefined;
  }, [connectionId, channelId]);
  useEffect(() => {
    if (!asked) return undefined;
    let gone = false;
    let next: ReturnType<typeof setTimeout> | undefined;
    const goOn = async () => {
      const found = await look();
      if (gone) return;
      const moving = found ? found.standing.state === 'importing' || found.progress.waiting > 0 : follow.startsWith('importing');
      if (moving) next = setTimeout(goOn, rhythm);
    };
    void goOn();
    return () => {
      gone = true;
      clearTimeout(next);
    };
  }, [asked, follow, look]);
  return { known, failed, again: () => void look() };
}
