import type { Inbox } from '../../../domain/model/inbox';
import type { MailProvider } from '../../../domain/model/mailbox';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';
import { mailName, providerName } from './provider-name';
import { StepForm } from './step-form';

interface Props {
  inbox: Inbox;
  provider: MailProvider | undefined;
  onBack(): void;
  onAgree(): void;
}

/** What connecting means, in plain words, before anything is asked for (CHN-2). */
export function ConsentStep({ inbox, provider, onBack, onAgree }: Props) {
  const { t, locale } = useText();
  const { members, agents } = useWorkspace();
  const names = members.flatMap(({ inboxId, agentId, inactive }) => (inboxId === inbox.id && !inactive ? (agents.get(agentId)?.name ?? []) : []));
  const readers = new Intl.ListFormat(locale).format(names.sort((a, b) => a.localeCompare(b, locale)));
  const terms = [
    t('chnConsentReads'),
    t('chnConsentKeeps', { inbox: inbox.name, names: readers }),
    t('chnConsentLeaves'),
    provider ? t('oauConsentSends', { mail: mailName[provider] }) : t('chnConsentSends'),
    provider ? t('oauConsentKey', { provider: providerName[provider] }) : t('chnConsentPassword'),
    t('chnConsentEnd'),
  ];
  return (
    <StepForm title={t('chnConsentTitle')} at={2} of={provider ? 4 : 5} next={t('chnConsentAgree')} onNext={onAgree} onBack={onBack}>
      <ul className="chn-terms">
        {terms.map((term) => (
          <li key={term}>{term}</li>
        ))}
      </ul>
    </StepForm>
  );
}
