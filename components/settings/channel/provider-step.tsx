import { useEffect, useRef } from 'react';
import type { Id } from '../../../domain/model/ids';
import type { MailProvider } from '../../../domain/model/mailbox';
import { useText } from '../../../utils/i18n/use-text';
import { providerName } from './provider-name';
import { ProviderSignIn } from './provider-sign-in';
import type { ConnectMailbox } from './use-connect-mailbox';
import { useProviderSignIn } from './use-provider-sign-in';

/** Signing in at Google or Microsoft; it goes on by itself when the person is back. */
export function ProviderStep({ mailbox, inboxId, provider }: { mailbox: ConnectMailbox; inboxId: Id; provider: MailProvider }) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const signIn = useProviderSignIn({ provider, inboxId }, mailbox.signedIn);
  return (
    <div className="settings-body chn-step">
      <p className="text-xs text-ink-3">{t('chnStep', { at: 3, of: 4 })}</p>
      <h2 ref={heading} tabIndex={-1} className="outline-none wrap-anywhere">
        {t('oauSignInTitle', { provider: providerName[provider] })}
      </h2>
      <p className="mt-2 text-ink-2">{t('oauSignInLead')}</p>
      <ProviderSignIn provider={provider} signIn={signIn} />
      <button type="button" className="btn lg mt-6" onClick={() => mailbox.go('consent')}>
        {t('chnBack')}
      </button>
    </div>
  );
}
