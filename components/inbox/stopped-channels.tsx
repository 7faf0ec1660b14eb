import { CircleAlert } from 'lucide-react';
import type { Channel } from '../../domain/model/channel';
import { sinceWords } from '../../utils/i18n/since-words';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';

/** A channel that stopped working, told to those who can mend it: since when, and the way there. It goes when it works again. */
export function StoppedChannels() {
  const text = useText();
  const { t, plural } = text;
  const { channels, agents, me } = useWorkspace();
  const self = agents.get(me);
  const stopped = self?.accountAccess || self?.superAdmin ? channels.filter(isStopped).sort((a, b) => sinceOf(a) - sinceOf(b)) : [];
  const [first, ...others] = stopped;
  if (!first) return null;
  return (
    <div className="notice late mx-3 mb-2 flex-none" role="status">
      <Icon of={CircleAlert} />
      <p className="min-w-0 grow wrap-anywhere">
        {t('chnStopped', { address: first.address ?? first.name, since: sinceWords(text, sinceOf(first)) })}
        {others.length > 0 && <> {plural('chnStoppedMore', others.length)}</>}.{' '}
        <a href={`/options.html#/channel/${first.id}`} target="_blank" rel="noopener">
          {t('chnStoppedDetails')}
        </a>
      </p>
    </div>
  );
}

const isStopped = ({ mailbox }: Channel) => mailbox?.standing.state === 'failing';
const sinceOf = ({ mailbox }: Channel) => mailbox?.standing.since ?? 0;
