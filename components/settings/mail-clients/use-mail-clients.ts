import { useCallback, useEffect, useState } from 'react';
import type { MailClientsAnswer, SetUpProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { askHub } from '../channel/ask-hub';

export interface MailClientsState {
  /** `undefined` until the hub has answered. */
  clients: MailClientsAnswer | undefined;
  failed: SetUpProblem | undefined;
  /** Asks the hub once more; what it answered. */
  again(): Promise<MailClientsAnswer | undefined>;
}

/** The hub's clients at Google and Microsoft, as the hub alone knows them. */
export function useMailClients(): MailClientsState {
  const { connection } = useWorkspace();
  const connectionId = connection.id;
  const [clients, setClients] = useState<MailClientsAnswer>();
  const [failed, setFailed] = useState<MailClientsState['failed']>();
  const again = useCallback(async () => {
    const said = await askHub({ type: 'mailbox-clients', connectionId });
    setFailed('failed' in said ? said.failed : undefined);
    if ('failed' in said) return undefined;
    setClients(said.answer);
    return said.answer;
  }, [connectionId]);
  useEffect(() => void again(), [again]);
  return { clients, failed, again };
}
