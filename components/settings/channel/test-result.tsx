import { CircleCheck } from 'lucide-react';
import { useText } from '../../../utils/i18n/use-text';
import type { MailboxTestAnswer } from '../../../utils/messaging/contract';
import { Icon } from '../../ui/icon';
import { ProblemWords } from './problem-words';

interface Props {
  test: MailboxTestAnswer;
  hosts: { imap: string; smtp: string };
}

/** What each of the two servers answered. */
export function TestResult({ test, hosts }: Props) {
  const { t } = useText();
  const line = (server: 'imap' | 'smtp') => {
    const problem = test[server];
    if (problem) return <ProblemWords key={server} problem={problem} host={hosts[server]} tested />;
    return (
      <p key={server} className="mt-3 flex items-center gap-2 text-ok">
        <Icon of={CircleCheck} size={14} />
        {t('chnWorks', { server: t(server === 'imap' ? 'chnIncoming' : 'chnOutgoing') })}
      </p>
    );
  };
  return (
    <>
      {line('imap')}
      {line('smtp')}
    </>
  );
}
