import { useState } from 'react';
import type { Channel } from '../../../domain/model/channel';
import { useText } from '../../../utils/i18n/use-text';
import { mutate } from '../../../utils/store/mutate';
import { refusalWords } from '../../actions/refusal-words';
import { useNudge } from '../../panel/use-nudge';
import { useWorkspace } from '../../panel/workspace-context';
import { Assignment } from './assignment';
import { settingsOfChannel } from './settings-of-channel';
import { SwitchLine } from './switch-line';
import { TicketDefaults } from './ticket-defaults';

/** What happens by itself to what comes in by this channel (CHN-7): whose it is, to whom forwarded mail belongs (CHN-5), what an answer opens (D4). */
export function Automation({ channel, may }: { channel: Channel; may: boolean }) {
  const text = useText();
  const { t } = text;
  const { db } = useWorkspace();
  const nudge = useNudge();
  const [problem, setProblem] = useState('');
  const set = async (change: Partial<Channel>) => {
    const { refused } = await mutate(db, 'updateChannel', { ...settingsOfChannel(channel), ...change, channelId: channel.id });
    setProblem(refused ? refusalWords(text, refused) : '');
    nudge();
  };
  return (
    <div className="settings-body">
      <Assignment channel={channel} may={may} />
      {channel.kind === 'email' && (
        <SwitchLine
          label={t('chnForwardsToSender')}
          help={t('chnForwardsToSenderHelp')}
          on={channel.logForwardsTo === 'original-sender'}
          may={may}
          onSwitch={(on) => void set({ logForwardsTo: on ? 'original-sender' : 'forwarder' })}
        />
      )}
      <SwitchLine
        label={t('chnReopenTicket')}
        help={t('chnReopenTicketHelp')}
        on={channel.reopenTicketOnAnswer}
        may={may}
        onSwitch={(on) => void set({ reopenTicketOnAnswer: on })}
      />
      <TicketDefaults channel={channel} may={may} onProblem={setProblem} />
      {problem && (
        <p className="notice late mt-3" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
