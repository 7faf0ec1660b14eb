import { useCallback, useEffect, useState } from 'react';
import type { NoticeMail } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { askHub } from '../channel/ask-hub';

/** Whether the hub can mail me while I am away, where there is one to ask. Offline nobody knows, and what one chooses holds once it is there again. */
export function useNoticeMail(asked: boolean): { mail: NoticeMail; again(): Promise<void> } {
  const connectionId = useWorkspace().connection.id;
  const [mail, setMail] = useState<NoticeMail>('goes');
  const look = useCallback(async () => {
    const said = await askHub({ type: 'notice-mail', connectionId });
    if ('answer' in said) setMail(said.answer);
  }, [connectionId]);
  useEffect(() => {
    if (asked) void look();
  }, [asked, look]);
  const again = async () => {
    await askHub({ type: 'notice-mail-again', connectionId });
    await look();
  };
  return { mail, again };
}
