import { CircleAlert } from 'lucide-react';
import { sinceWords } from '../../utils/i18n/since-words';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';

/** A channel that stopped working, told to the account owners until it works again: since when, and the way there, or who has one (CHN-4). */
export function StoppedChannels({ room = 'mb-2' }: { room?: string }) {
  const text = useText();
  const { t, plural } = text;
  const { stopped, inboxes } = useWorkspace();
  const [first, ...others] = stopped.toSorted((a, b) => a.since - b.since);
  if (!first) return null;
  const { id, inboxId, inboxName, address, since } = first;
  return (
    <div className={`notice late mx-3 flex-none ${room}`} role="status">
      <Icon of={CircleAlert} />
      <p className="min-w-0 grow wrap-anywhere">
        {t('chnStopped', { address, since: sinceWords(text, since) })}
        {others.length > 0 && <> {plural('chnStoppedMore', others.length)}</>}.{' '}
        {inboxes.some((inbox) => inbox.id === inboxId) ? (
          <a href={`/options.html#/channel/${id}`} target="_blank" rel="noopener">
            {t('chnStoppedDetails')}
          </a>
        ) : (
          t('chnStoppedAsk', { inbox: inboxName })
        )}
      </p>
    </div>
  );
}
