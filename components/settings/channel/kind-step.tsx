import { useId, useState } from 'react';
import type { Inbox } from '../../../domain/model/inbox';
import { useText } from '../../../utils/i18n/use-text';
import type { FetchProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { FailedWords } from './failed-words';
import { StepForm } from './step-form';
import { useHostedChannel } from './use-hosted-channel';

/** Into which inbox, and how: through the team's own servers, or forwarded to the hub. */
export function KindStep({ inbox, onOwn }: { inbox: Inbox; onOwn(): void }) {
  const { t } = useText();
  const { inboxes } = useWorkspace();
  const id = useId();
  const hosted = useHostedChannel();
  const [kind, setKind] = useState<'own' | 'forwarding'>('own');
  const [failed, setFailed] = useState<FetchProblem | 'address-taken'>();
  const [making, setMaking] = useState(false);
  const next = async () => {
    if (kind === 'own') return onOwn();
    setMaking(true);
    const made = await hosted(inbox);
    setMaking(false);
    if ('failed' in made) return setFailed(made.failed);
    return location.assign(`#/channel/${made.channelId}`);
  };
  const option = (value: 'own' | 'forwarding', label: string, help: string) => (
    <label className="pick">
      <input type="radio" name={id} checked={kind === value} onChange={() => setKind(value)} />
      <span>
        {label}
        <span className="block text-xs text-ink-3">{help}</span>
      </span>
    </label>
  );
  return (
    <StepForm
      title={t('chnKindTitle')}
      at={1}
      of={kind === 'own' ? 5 : 2}
      next={t('chnGoOn')}
      busy={making ? t('chnConnecting') : undefined}
      onNext={() => void next()}
    >
      {inboxes.length > 1 && (
        <div className="mt-3">
          <label className="label" htmlFor={`${id}-inbox`}>
            {t('chnKindInbox')}
          </label>
          <div className="field">
            <select id={`${id}-inbox`} value={inbox.id} onChange={(event) => location.replace(`#/connect-channel/${event.target.value}`)}>
              {inboxes.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      <fieldset className="mt-4">
        <legend className="sr-only">{t('chnKindTitle')}</legend>
        {option('own', t('chnKindOwn'), t('chnKindOwnHelp'))}
        {option('forwarding', t('chnKindForward'), t('chnKindForwardHelp'))}
      </fieldset>
      {failed && <FailedWords failed={failed} />}
    </StepForm>
  );
}
