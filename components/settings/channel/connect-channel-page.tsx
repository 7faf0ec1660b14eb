import type { Inbox } from '../../../domain/model/inbox';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';
import { useSay } from '../../ui/live-region';
import type { SectionProps } from '../section';
import { SectionHeading } from '../section-heading';
import { AddressStep } from './address-step';
import './channel.css';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { ConsentStep } from './consent-step';
import { KindStep } from './kind-step';
import { ProviderStep } from './provider-step';
import { SignInStep } from './sign-in-step';
import { SinceStep } from './since-step';
import { useConnectMailbox } from './use-connect-mailbox';

/** Connecting e-mail to an inbox, step by step (CHN-2): `#/connect-channel/<inbox>`, and `#/connect-channel/<inbox>/new` for one just made (CHN-1). */
export function ConnectChannelPage({ args, inboxId }: SectionProps) {
  const { t } = useText();
  const { inboxes } = useWorkspace();
  const { may, who } = useMaySetUp();
  const isNew = args[1] === 'new';
  const inbox = inboxes.find(({ id }) => id === (args[0] ?? inboxId)) ?? (isNew ? undefined : inboxes[0]);
  if (!inbox) return null;
  return (
    <>
      <SectionHeading title={t('chnConnectTitle', { inbox: inbox.name })} />
      {may ? (
        <Guide key={inbox.id} inbox={inbox} isNew={isNew} />
      ) : (
        <p className="settings-body">
          <span className="notice wait">{t('chnConnectNotYours', { names: who })}</span>
        </p>
      )}
    </>
  );
}

function Guide({ inbox, isNew }: { inbox: Inbox; isNew: boolean }) {
  const { t } = useText();
  const say = useSay();
  const mailbox = useConnectMailbox(inbox.id);
  const { step, provider } = mailbox;
  switch (step) {
    case 'kind':
      return <KindStep inbox={inbox} mailbox={mailbox} isNew={isNew} />;
    case 'consent':
      return (
        <ConsentStep
          inbox={inbox}
          onBack={() => mailbox.go('kind')}
          provider={provider}
          onAgree={() => mailbox.go(provider ? 'provider' : 'address')}
        />
      );
    case 'address':
      return <AddressStep mailbox={mailbox} />;
    case 'sign-in':
      return <SignInStep mailbox={mailbox} />;
    case 'provider':
      return provider && <ProviderStep mailbox={mailbox} inboxId={inbox.id} provider={provider} />;
    case 'since':
      return (
        <SinceStep
          inbox={inbox}
          mailbox={mailbox}
          onConnected={(channelId) => {
            mailbox.finish();
            say(t('chnConnected', { address: mailbox.address }));
            location.assign(`#/channel/${channelId}`);
          }}
        />
      );
    default:
      return step satisfies never;
  }
}
