import type { Inbox } from '../../../domain/model/inbox';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';
import { StepForm } from './step-form';

/** What connecting means, in plain words, before anything is asked for (CHN-2). */
export function ConsentStep({ inbox, onBack, onAgree }: { inbox: Inbox; onBack(): void; onAgree(): void }) {
  const { t, locale } = useText();
  const { members, agents } = useWorkspace();
  const names = members.flatMap(({ inboxId, agentId }) => (inboxId === inbox.id ? (agents.get(agentId)?.name ?? []) : []));
  const readers = new Intl.ListFormat(locale).format(names.sort((a, b) => a.localeCompare(b, locale)));
  const terms = [
    t('chnConsentReads'),
    t('chnConsentKeeps', { inbox: inbox.name, names: readers }),
    t('chnConsentLeaves'),
    t('chnConsentSends'),
    t('chnConsentPassword'),
    t('chnConsentEnd'),
  ];
  return (
    <StepForm title={t('chnConsentTitle')} at={2} of={5} next={t('chnConsentAgree')} onNext={onAgree} onBack={onBack}>
      <ul className="chn-terms">
        {terms.map((term) => (
          <li key={term}>{term}</li>
        ))}
      </ul>
    </StepForm>
  );
}
