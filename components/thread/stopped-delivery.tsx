import { CircleAlert } from 'lucide-react';
import type { Channel } from '../../domain/model/channel';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';

/** A mail that waits because its address cannot send: why, what to do about it, and where (CHN-4). */
export function StoppedDelivery({ channel }: { channel: Channel }) {
  const { t } = useText();
  const problem = channel.mailbox?.standing.state === 'signed-out' ? undefined : channel.mailbox?.sending?.problem;
  return (
    <div className="notice wait mt-2">
      <Icon of={CircleAlert} />
      <div className="min-w-0 wrap-anywhere">
        <b>{t('deliveryChannelStopped')}</b>
        <p className="text-ink-2">{problem ? t(`chnProblem_${problem.code}` as MessageKey) : t('chnSignedOutWhat')}</p>
        {problem?.words && <p className="text-ink-2">{t('chnSays', { words: problem.words })}</p>}
        <a href={`/options.html#/channel/${channel.id}`} target="_blank" rel="noopener">
          {t('chnStoppedDetails')}
        </a>
      </div>
    </div>
  );
}
