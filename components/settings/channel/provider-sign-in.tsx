import { ExternalLink } from 'lucide-react';
import type { MailProvider } from '../../../domain/model/mailbox';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import { Icon } from '../../ui/icon';
import { FailedWords } from './failed-words';
import { providerName } from './provider-name';
import type { ProviderSignIn as Standing } from './use-provider-sign-in';

/** The way to the provider's own page, that it is waited for, and what came of it when it did not work. */
export function ProviderSignIn({ provider, signIn }: { provider: MailProvider; signIn: Standing }) {
  const { t } = useText();
  const { begun, problem, failed, again } = signIn;
  const name = providerName[provider];
  if (problem || failed)
    return (
      <>
        {failed && <FailedWords failed={failed} />}
        {problem && (
          <div className="notice late mt-3" role="alert">
            <div className="min-w-0 wrap-anywhere">
              <p>{t(`oauProblem_${problem.problem}` as MessageKey, { address: problem.address ?? '' })}</p>
              {problem.words && <p className="mt-1 text-ink-2">{t('chnSays', { words: problem.words })}</p>}
            </div>
          </div>
        )}
        <button type="button" className="btn line mt-3" onClick={again}>
          {t('oauAgain')}
        </button>
      </>
    );
  return (
    <>
      {begun && (
        <a className="btn line mt-3 no-underline" href={begun.url} target="_blank" rel="noopener noreferrer">
          <Icon of={ExternalLink} size={14} />
          {t('oauOpen', { provider: name })}
        </a>
      )}
      <p className="help mt-2" role="status">
        {begun ? t('oauWaiting', { provider: name }) : t('oauPreparing')}
      </p>
    </>
  );
}
