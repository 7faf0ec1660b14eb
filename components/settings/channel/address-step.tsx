import { useState } from 'react';
import { isSendableAddress } from '../../../domain/mail/is-sendable-address';
import { foldAddress } from '../../../domain/model/address';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';
import { FailedWords } from './failed-words';
import { StepForm } from './step-form';
import { TextField } from './text-field';
import type { ConnectMailbox } from './use-connect-mailbox';

/** The address; what it is already is told here (CHN-4), and its servers are looked up. */
export function AddressStep({ mailbox }: { mailbox: ConnectMailbox }) {
  const { t } = useText();
  const { agents, channels, inboxes } = useWorkspace();
  const [tried, setTried] = useState(false);
  const folded = foldAddress(mailbox.address);
  const agent = [...agents.values()].find(({ email }) => foldAddress(email) === folded);
  const channel = channels.find(({ address }) => address === folded);
  const problem = (() => {
    if (agent) return t('chnAddressOfAgent', { address: folded, name: agent.name });
    if (channel) return t('chnAddressConnected', { address: folded, inbox: inboxes.find(({ id }) => id === channel.inboxId)?.name ?? '' });
    return tried && !isSendableAddress(folded) ? t('notAnAddress', { address: folded }) : undefined;
  })();
  const next = () => {
    setTried(true);
    if (!agent && !channel) void mailbox.lookUp();
  };
  return (
    <StepForm
      title={t('chnAddressTitle')}
      at={3}
      of={5}
      next={t('chnGoOn')}
      busy={mailbox.busy && t('chnLooking')}
      onNext={next}
      onBack={() => mailbox.go('consent')}
    >
      <TextField
        className="mt-3"
        label={t('chnAddress')}
        type="email"
        value={mailbox.address}
        onChange={mailbox.setAddress}
        help={t('chnAddressHelp')}
        problem={problem}
        autoComplete="off"
        inputMode="email"
        maxLength={320}
      />
      {mailbox.failed && <FailedWords failed={mailbox.failed} />}
    </StepForm>
  );
}
