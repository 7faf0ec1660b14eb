import { useState } from 'react';
import type { MailProvider } from '../../../domain/model/mailbox';
import { useText } from '../../../utils/i18n/use-text';
import type { SetUpProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { useSay } from '../../ui/live-region';
import { askHub } from '../channel/ask-hub';
import { FailedWords } from '../channel/failed-words';
import { providerName } from '../channel/provider-name';

/** Takes a client off the hub. Mailboxes stop by it, so it is asked. */
export function RemoveClient({ provider, onRemoved }: { provider: MailProvider; onRemoved(): Promise<unknown> }) {
  const { t } = useText();
  const { connection } = useWorkspace();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<SetUpProblem>();
  const remove = async () => {
    const said = await askHub({ type: 'mailbox-client-remove', connectionId: connection.id, provider });
    setFailed('failed' in said ? said.failed : undefined);
    if ('failed' in said) return;
    say(t('oauRemoved'));
    await onRemoved();
  };
  if (!asking)
    return (
      <button type="button" className="btn danger" onClick={() => setAsking(true)}>
        {t('oauRemove')}
      </button>
    );
  return (
    <div className="notice wait basis-full" role="alert">
      <div className="min-w-0">
        <p>{t('oauRemoveSure', { provider: providerName[provider] })}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <button type="button" className="btn line danger" onClick={() => void remove()}>
            {t('oauRemoveDo')}
          </button>
          <button type="button" className="btn" onClick={() => setAsking(false)}>
            {t('oauKeep')}
          </button>
        </div>
        {failed && <FailedWords failed={failed} />}
      </div>
    </div>
  );
}
