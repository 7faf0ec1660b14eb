import { CircleAlert } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import type { ConnectProblem as Code } from '../../utils/messaging/contract';
import { Icon } from '../ui/icon';

/** Why an account could not be reached, and what to do, in one sentence. */
export function ConnectProblem({ id, code, detail }: { id?: string; code: Code; detail: string }) {
  const { t } = useText();
  return (
    <div className="notice late mt-3" role="alert" id={id}>
      <Icon of={CircleAlert} />
      <span className="min-w-0 grow wrap-anywhere">{t(`connect_${code}`, { detail })}</span>
    </div>
  );
}
