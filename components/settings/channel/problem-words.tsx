import { CircleAlert } from 'lucide-react';
import type { MailboxProblem } from '../../../domain/model/mailbox';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import { Icon } from '../../ui/icon';
import { providerName } from './provider-name';

/** What is wrong at one of the servers: what to do, and the server's own words. */
export function ProblemWords({ problem, host }: { problem: MailboxProblem; host?: string | undefined }) {
  const { t } = useText();
  const { server } = problem;
  const serverName = server === 'imap' ? t('chnIncoming') : server === 'smtp' ? t('chnOutgoing') : providerName[server];
  return (
    <div className="notice late mt-3" role="alert">
      <Icon of={CircleAlert} />
      <div className="min-w-0 wrap-anywhere">
        <b>
          {serverName}
          {host ? `, ${host}` : ''}
        </b>
        <p>{t(`chnProblem_${problem.code}` as MessageKey)}</p>
        {problem.words && <p className="mt-1 text-ink-2">{t('chnSays', { words: problem.words })}</p>}
      </div>
    </div>
  );
}
