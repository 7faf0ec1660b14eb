import { useText } from '../../../utils/i18n/use-text';
import { CopyField } from '../../ui/copy-field';
import '../channel/channel.css';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { FailedWords } from '../channel/failed-words';
import { SectionHeading } from '../section-heading';
import { ClientForm } from './client-form';
import { useMailClients } from './use-mail-clients';

/** The hub's clients at Google and Microsoft: what lets a mailbox be signed in there (CHN-2). `#/mail-clients`. */
export function MailClientsPage() {
  const { t } = useText();
  const { may, who } = useMaySetUp();
  return (
    <>
      <SectionHeading title={t('oauClients')}>{may && t('oauClientsLead')}</SectionHeading>
      {may ? (
        <Clients />
      ) : (
        <p className="settings-body">
          <span className="notice wait">{t('oauClientsNotYours', { names: who })}</span>
        </p>
      )}
    </>
  );
}

function Clients() {
  const { t } = useText();
  const { clients, failed, again } = useMailClients();
  if (!clients)
    return (
      <div className="settings-body">
        {failed ? (
          <>
            <FailedWords failed={failed} />
            <button type="button" className="btn line mt-3" onClick={() => void again()}>
              {t('oauAgain')}
            </button>
          </>
        ) : (
          <p className="text-ink-2" role="status">
            {t('chnReachLooking')}
          </p>
        )}
      </div>
    );
  return (
    <div className="settings-body chn-step">
      <p className="label">{t('oauRedirect')}</p>
      <CopyField label={t('oauRedirect')} value={clients.redirectUri} />
      {(['google', 'microsoft'] as const).map((provider) => (
        <ClientForm key={provider} provider={provider} known={clients[provider]} onChanged={again} />
      ))}
    </div>
  );
}
