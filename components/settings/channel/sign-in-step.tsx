import { Info } from 'lucide-react';
import { useState } from 'react';
import { takesPersonalAccounts } from '../../../domain/model/mail-tenant';
import { useText } from '../../../utils/i18n/use-text';
import type { MailboxPreset } from '../../../utils/messaging/contract';
import { Icon } from '../../ui/icon';
import { useMailClients } from '../mail-clients/use-mail-clients';
import { FailedWords } from './failed-words';
import { providerName } from './provider-name';
import { SignInFields } from './sign-in-fields';
import { StepForm } from './step-form';
import { TestResult } from './test-result';
import type { ConnectMailbox, MailboxKind } from './use-connect-mailbox';

/** User, password and servers; nothing is kept until both servers have let us in. */
export function SignInStep({ mailbox }: { mailbox: ConnectMailbox }) {
  const { t } = useText();
  const { preset, form, test, busy, failed } = mailbox;
  const [tried, setTried] = useState(false);
  const instead = (kind: MailboxKind) => {
    mailbox.choose(kind);
    mailbox.go('kind');
  };
  const notTaken = preset?.password === 'not-taken';
  const { clients } = useMailClients();
  // A client of an organisation lets no private account in: then forwarding is the way.
  const outside = preset?.personal === true && !takesPersonalAccounts(clients?.microsoft?.tenant ?? '');
  return (
    <StepForm
      title={t('chnSignInTitle', { address: mailbox.address.trim() })}
      at={4}
      of={5}
      next={t('chnTest')}
      busy={busy && t('chnTesting')}
      quiet={notTaken}
      onNext={() => {
        setTried(true);
        void mailbox.tryOut();
      }}
      onBack={() => mailbox.go('address')}
    >
      <PresetWords preset={preset} outside={outside} />
      {notTaken && (
        <div className="mt-2 flex flex-wrap gap-2">
          {!outside && (
            <button type="button" className="btn fill" onClick={() => instead('microsoft')}>
              {t('oauSignInTitle', { provider: providerName.microsoft })}
            </button>
          )}
          <button type="button" className={`btn ${outside ? 'fill' : 'line'}`} onClick={() => instead('forwarding')}>
            {t('chnUseForwarding')}
          </button>
        </div>
      )}
      <SignInFields form={form} open={preset === null} strict={tried} onChange={mailbox.setForm} />
      {failed && <FailedWords failed={failed} />}
      {test && !busy && <TestResult test={test} hosts={{ imap: form.imap.host, smtp: form.smtp.host }} />}
    </StepForm>
  );
}

/** Where the servers come from, and which password signs in there. */
function PresetWords({ preset, outside }: { preset: MailboxPreset | null; outside: boolean }) {
  const { t } = useText();
  if (!preset) return <p className="mt-2 text-ink-2">{t('chnPresetNone')}</p>;
  const { provider, password, help } = preset;
  const found = provider ? t('chnPresetFound', { provider }) : t('chnPresetAnnounced');
  if (password === 'own') return <p className="mt-2 text-ink-2">{found}</p>;
  const name = provider ?? '';
  const words =
    password === 'not-taken'
      ? t(outside ? 'chnNotTakenPersonal' : 'chnNotTaken', { provider: name })
      : name === 'Gmail'
        ? t('chnAppPasswordGmail')
        : t('chnAppPassword', { provider: name });
  return (
    <>
      <p className="mt-2 text-ink-2">{found}</p>
      <div className={`notice mt-3 ${password === 'not-taken' ? 'wait' : 'acc'}`}>
        <Icon of={Info} />
        <div className="min-w-0">
          {words}{' '}
          {help && (
            <a href={help} target="_blank" rel="noopener noreferrer">
              {t('chnProviderHelp', { host: new URL(help).host })}
            </a>
          )}
        </div>
      </div>
    </>
  );
}
