import { useEffect, useState } from 'react';
import { useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';

/** The domain the hub makes its addresses in now; `undefined` while it is not wanted or the hub has not said. */
export function useHostedDomain(wanted: boolean): string | undefined {
  const { connection } = useWorkspace();
  const connectionId = connection.id;
  const [domain, setDomain] = useState<string>();
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    void askHub({ type: 'hosted-domain', connectionId }).then((said) => {
      if (!gone && 'answer' in said) setDomain(said.answer);
    });
    return () => {
      gone = true;
    };
  }, [wanted, connectionId]);
  return domain;
}
