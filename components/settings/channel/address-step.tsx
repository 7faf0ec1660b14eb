import { useState } from 'react';
import { isSendableAddress } from '../../../domain/mail/is-sendable-address';
import { foldAddress } from '../../../domain/model/address';
import { useText } from '../../../utils/i18n/use-text';
import { FailedWords } from './failed-words';
import { StepForm } from './step-form';
import { TextField } from './text-field';
import { useAddressProblem } from './use-address-problem';
import type { ConnectMailbox } from './use-connect-mailbox';

/** The address; what it is already is told here (CHN-4), and its servers are looked up. */
export function AddressStep({ mailbox }: { mailbox: ConnectMailbox }) {
  const { t } = useText();
  const [tried, setTried] = useState(false);
  const folded = foldAddress(mailbox.address);
  const taken = useAddressProblem(folded, mailbox.inboxId);
  const problem = taken ?? (tried && !isSendableAddress(folded) ? t('notAnAddress', { address: folded }) : undefined);
  const next = () => {
    setTried(true);
    if (!taken) void mailbox.lookUp();
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
