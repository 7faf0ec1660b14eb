import { CircleAlert } from 'lucide-react';
import { signInMends } from '../../../domain/channel/sign-in-mends';
import type { MailboxProblem } from '../../../domain/model/mailbox';
import { useText } from '../../../utils/i18n/use-text';
import { Icon } from '../../ui/icon';
import { problemKey } from './problem-key';
import { providerName } from './provider-name';

interface Props {
  problem: MailboxProblem;
  host?: string | undefined;
  /** By somebody who pressed Test. */
  tested?: boolean;
}

/** What is wrong at one of the servers: what to do, that the hub goes on where it does, and the server's own words. */
export function ProblemWords({ problem, host, tested = false }: Props) {
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
        <p>{t(problemKey(problem.code, tested))}</p>
        {!tested && !signInMends(problem.code) && <p>{t('chnTriesAgain')}</p>}
        {problem.words && <p className="mt-1 text-ink-2">{t('chnSays', { words: problem.words })}</p>}
      </div>
    </div>
  );
}
