import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import type { SetUpProblem } from '../../../utils/messaging/contract';

/** Why the hub could not be asked, and what to do. */
export function FailedWords({ failed }: { failed: SetUpProblem }) {
  const { t } = useText();
  return (
    <p className="notice late mt-3" role="alert">
      {t(`chnFailed_${failed}` as MessageKey)}
    </p>
  );
}
