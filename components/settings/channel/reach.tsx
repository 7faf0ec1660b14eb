import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import type { HostedReach } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { Icon } from '../../ui/icon';
import { askHub } from './ask-hub';

/** Whether mail from the internet finds this address, as the hub sees it, and a test to run again (INB-3). */
export function Reach({ channelId }: { channelId: Id }) {
  const { t } = useText();
  const { connection } = useWorkspace();
  const connectionId = connection.id;
  const [reach, setReach] = useState<HostedReach | 'looking' | 'unknown'>('looking');
  const look = useCallback(async () => {
    setReach('looking');
    const said = await askHub({ type: 'hosted-reach', connectionId, channelId });
    setReach('answer' in said ? said.answer : 'unknown');
  }, [connectionId, channelId]);
  useEffect(() => void look(), [look]);
  const known = typeof reach === 'object';
  const well = known && reach.code === 'reached';
  return (
    <div className={`notice mt-3 ${known && !well ? 'wait' : ''}`} role="status">
      {known && <Icon of={well ? CircleCheck : TriangleAlert} className={well ? 'text-ok' : ''} />}
      <div className="min-w-0 grow wrap-anywhere">
        <b>{t('chnReachTitle')}</b>
        <p>
          {reach === 'looking' && t('chnReachLooking')}
          {reach === 'unknown' && t('chnReachUnknown')}
          {known && t(`chnReach_${reach.code}` as MessageKey, { server: reach.server })}
        </p>
        {known && reach.words && <p className="text-ink-2">{t('chnSays', { words: reach.words })}</p>}
        {reach !== 'looking' && (
          <button type="button" className="btn line mt-2" onClick={() => void look()}>
            {t('chnReachTest')}
          </button>
        )}
      </div>
    </div>
  );
}
