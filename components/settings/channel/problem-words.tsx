import { CircleAlert } from 'lucide-react';
import type { MailboxProblem } from '../../../domain/model/mailbox';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import { Icon } from '../../ui/icon';

/** What is wrong at one of the two servers: what to do, and the server's own words. */
export function ProblemWords({ problem, host }: { problem: MailboxProblem; host?: string | undefined }) {
  const { t } = useText();
  return (
    <div className="notice late mt-3" role="alert">
      <Icon of={CircleAlert} />
      <div className="min-w-0 wrap-anywhere">
        <b>
          {t(problem.server === 'imap' ? 'chnIncoming' : 'chnOutgoing')}
          {host ? `, ${host}` : ''}
        </b>
        <p>{t(`chnProblem_${problem.code}` as MessageKey)}</p>
        {problem.words && <p className="mt-1 text-ink-2">{t('chnSays', { words: problem.words })}</p>}
      </div>
    </div>
  );
}
