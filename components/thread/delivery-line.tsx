import { Check, CircleAlert, CircleHelp, Clock, Send } from 'lucide-react';
import { readTaken } from '../../domain/message/not-taken-for';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { deliveryWords } from './delivery-words';
import { NotTaken } from './not-taken';
import { stoppedChannelOf } from './stopped-channel-of';
import { StoppedDelivery } from './stopped-delivery';

/** Where our own mail stands: queued, sent, failed in the server's words, or unknown. Only a person sends again (I2). */
export function DeliveryLine({ message }: { message: ThreadMessage }) {
  const { t, time } = useText();
  const perform = usePerform();
  const { channels } = useWorkspace();
  const { delivery } = message;
  if (!delivery) return null;
  const { id: messageId, conversationId } = message;
  const sendAgain = () =>
    perform('retrySend', { messageId, conversationId, newMessageId: newId() }, t('didSendAgain'), (actId) =>
      perform('cancelSend', { actId, conversationId, draft: null }, t('sendAgainTakenBack')),
    );
  const again = (
    <button type="button" className="btn line mt-2" onClick={() => void sendAgain()}>
      <Icon of={Send} size={14} />
      {t('sendAgain')}
    </button>
  );
  switch (delivery.state) {
    case 'queued':
    case 'sending':
      if (delivery.state === 'queued' && !message.pending) {
        const stopped = stoppedChannelOf(message, channels);
        if (stopped) return <StoppedDelivery channel={stopped} />;
        if (delivery.text)
          return (
            <p className="delivery wrap-anywhere">
              <Icon of={Clock} size={12} />
              {t('deliveryPutOff', { words: deliveryWords(delivery.text, t) })}
            </p>
          );
      }
      return (
        <p className="delivery">
          <Icon of={Clock} size={12} />
          {message.pending ? t('deliveryWaiting') : t('deliveryQueued')}
        </p>
      );
    case 'sent': {
      const { refused, said } = readTaken(delivery.text);
      return (
        <>
          <p className="delivery" title={said}>
            <Icon of={Check} size={12} />
            {t('deliverySent', { time: time(delivery.at) })}
          </p>
          {refused.length > 0 && <NotTaken refused={refused} />}
        </>
      );
    }
    case 'failed':
      return (
        <div className="notice late mt-2">
          <Icon of={CircleAlert} />
          <div className="min-w-0">
            <b>{t('deliveryFailed')}</b>
            <p className="wrap-anywhere text-ink-2">{deliveryWords(delivery.text, t)}</p>
            <p>{t('deliveryFailedWayOn')}</p>
            {again}
          </div>
        </div>
      );
    case 'unknown':
      return (
        <div className="notice wait mt-2">
          <Icon of={CircleHelp} />
          <div className="min-w-0">
            <b>{t('deliveryUnknown')}</b>
            <p className="wrap-anywhere text-ink-2">{t('deliveryUnknownWayOn')}</p>
            {again}
          </div>
        </div>
      );
    default:
      return delivery.state satisfies never;
  }
}
