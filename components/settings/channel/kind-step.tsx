import { useId, useState } from 'react';
import type { Inbox } from '../../../domain/model/inbox';
import { useText } from '../../../utils/i18n/use-text';
import type { SetUpProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { useMailClients } from '../mail-clients/use-mail-clients';
import { FailedWords } from './failed-words';
import { KindChoice } from './kind-choice';
import { providerName } from './provider-name';
import { StepForm } from './step-form';
import type { ConnectMailbox } from './use-connect-mailbox';
import { useHostedChannel } from './use-hosted-channel';

/** How many steps each kind takes. */
const steps = { own: 5, google: 4, microsoft: 4, forwarding: 2 };

interface Props {
  inbox: Inbox;
  mailbox: ConnectMailbox;
  /** The inbox was made a moment ago, with an address of the hub's: nothing more has to be connected now. */
  isNew: boolean;
}

/** Into which inbox, and how: signed in at Google or Microsoft, through the team's own servers, or forwarded to the hub. */
export function KindStep({ inbox, mailbox, isNew }: Props) {
  const { t } = useText();
  const { inboxes, channels } = useWorkspace();
  const made = isNew ? channels.find(({ inboxId, address }) => inboxId === inbox.id && address !== null) : undefined;
  const id = useId();
  const hosted = useHostedChannel();
  const { clients, failed: unknown, again } = useMailClients();
  const [failed, setFailed] = useState<SetUpProblem>();
  const [busy, setBusy] = useState<string>();
  const { kind } = mailbox;
  const provider = kind === 'google' || kind === 'microsoft' ? kind : undefined;
  const noClient = provider !== undefined && clients?.[provider] === null;
  const next = async () => {
    if (noClient) return location.assign('#/mail-clients');
    if (provider && !clients) {
      setBusy(t('oauPreparing'));
      const known = await again();
      setBusy(undefined);
      if (!known?.[provider]) return undefined;
    }
    if (kind !== 'forwarding') return mailbox.go('consent');
    setBusy(t('chnConnecting'));
    const there = await hosted(inbox);
    setBusy(undefined);
    if ('failed' in there) return setFailed(there.failed);
    mailbox.finish();
    return location.assign(`#/channel/${there.channelId}`);
  };
  return (
    <StepForm
      title={t('chnKindTitle')}
      at={1}
      of={steps[kind]}
      next={t(noClient ? 'oauNoClientLink' : 'chnGoOn')}
      busy={busy}
      onNext={() => void next()}
      onSkip={made && (() => location.assign(`#/channel/${made.id}`))}
    >
      {made?.address && <p className="mt-2 text-ink-2">{t('chnNewInboxThere', { address: made.address })}</p>}
      {!isNew && inboxes.length > 1 && (
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
      <KindChoice kind={kind} onChoose={mailbox.choose} />
      <div role="status">{noClient && <p className="notice wait mt-3">{t('oauNoClient', { provider: providerName[provider] })}</p>}</div>
      {provider && unknown && <FailedWords failed={unknown} />}
      {failed && <FailedWords failed={failed} />}
    </StepForm>
  );
}
