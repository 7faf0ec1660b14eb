import type { Channel } from '../../../domain/model/channel';
import type { MailProvider } from '../../../domain/model/mailbox';
import { useText } from '../../../utils/i18n/use-text';
import { useSay } from '../../ui/live-region';
import { ProviderSignIn } from './provider-sign-in';
import { useProviderSignIn } from './use-provider-sign-in';

/** Signing in to a mailbox there is, again, at its provider. */
export function ProviderAgain({ channel, provider, onDone }: { channel: Channel; provider: MailProvider; onDone(): void }) {
  const { t } = useText();
  const say = useSay();
  const signIn = useProviderSignIn({ channelId: channel.id }, () => {
    say(t('chnSignedIn'));
    onDone();
  });
  return (
    <div className="chn-again">
      <p className="mt-2 text-ink-2 wrap-anywhere">{t('oauSignInAgainLead', { address: channel.address ?? '' })}</p>
      <ProviderSignIn provider={provider} signIn={signIn} />
      <div className="mt-4">
        <button type="button" className="btn" onClick={onDone}>
          {t('chnCancel')}
        </button>
      </div>
    </div>
  );
}
