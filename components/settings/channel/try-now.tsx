import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import { useText } from '../../../utils/i18n/use-text';
import type { SetUpProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { Icon } from '../../ui/icon';
import { askHub } from './ask-hub';
import { FailedWords } from './failed-words';

/** Has the hub go to a mailbox's servers now: after a long outage it would pause for long (CHN-2). */
export function TryNow({ channelId }: { channelId: Id }) {
  const { t } = useText();
  const { connection } = useWorkspace();
  const [came, setCame] = useState<'asking' | 'asked' | { failed: SetUpProblem }>();
  const ask = async () => {
    if (came === 'asking') return;
    setCame('asking');
    const said = await askHub({ type: 'mailbox-try', connectionId: connection.id, channelId });
    setCame('failed' in said ? said : 'asked');
  };
  return (
    <>
      <button type="button" className="btn line mt-2" aria-disabled={came === 'asking'} onClick={() => void ask()}>
        <Icon of={RefreshCw} size={14} />
        {t('tryNow')}
      </button>
      <p className="help" role="status">
        {came === 'asked' && t('chnTryAsked')}
      </p>
      {typeof came === 'object' && <FailedWords failed={came.failed} />}
    </>
  );
}
