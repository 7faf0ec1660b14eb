import { CircleAlert, CircleCheck, CirclePause, Download, Mail } from 'lucide-react';
import { stoppedSince } from '../../../domain/channel/stopped-since';
import type { Channel } from '../../../domain/model/channel';
import { sinceWords } from '../../../utils/i18n/since-words';
import { useText } from '../../../utils/i18n/use-text';
import { Icon } from '../../ui/icon';

/** Where a channel's mail stands, in a word and a sign. */
export function StandingLine({ channel }: { channel: Channel }) {
  const text = useText();
  const { t } = text;
  if (!channel.mailbox)
    return (
      <span className="flex items-center gap-1">
        <Icon of={Mail} size={14} />
        {t('chnHostedAddress')}
      </span>
    );
  const { standing } = channel.mailbox;
  const since = stoppedSince(channel.mailbox);
  if (since !== undefined)
    return (
      <span className="flex items-center gap-1 text-late">
        <Icon of={CircleAlert} size={14} />
        {t(standing.state === 'failing' ? 'chnStandsFailing' : 'chnStandsNotSending', { since: sinceWords(text, since) })}
      </span>
    );
  switch (standing.state) {
    case 'working':
      return (
        <span className="flex items-center gap-1 text-ok">
          <Icon of={CircleCheck} size={14} />
          {t('chnStandsWorking')}
        </span>
      );
    case 'importing':
      return (
        <span className="flex items-center gap-1 text-accent">
          <Icon of={Download} size={14} />
          {t('chnStandsImporting')}
        </span>
      );
    case 'signed-out':
      return (
        <span className="flex items-center gap-1 text-wait">
          <Icon of={CirclePause} size={14} />
          {t('chnStandsSignedOut', { since: sinceWords(text, standing.since) })}
        </span>
      );
    default:
      return null;
  }
}
