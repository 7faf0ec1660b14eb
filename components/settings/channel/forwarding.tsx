import type { Channel } from '../../../domain/model/channel';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';
import { ConfirmationNotice } from '../../thread/confirmation-notice';
import { CopyField } from '../../ui/copy-field';
import { Reach } from './reach';
import { useConfirmation } from './use-confirmation';

const ways = {
  chnForwardGmail: ['chnForwardGmail1', 'chnForwardGmail2', 'chnForwardGmail3'],
  chnForwardOutlook: ['chnForwardOutlook1', 'chnForwardOutlook2', 'chnForwardOutlook3'],
  chnForwardAny: ['chnForwardAny1', 'chnForwardAny2'],
} as const satisfies Partial<Record<MessageKey, readonly MessageKey[]>>;

/** The hub's own address of an inbox: what it is, whether it can be reached, how other accounts forward to it, and what they ask (CHN-2, INB-3). */
export function Forwarding({ channel, address, may }: { channel: Channel; address: string; may: boolean }) {
  const { t } = useText();
  const { inboxes } = useWorkspace();
  const inbox = inboxes.find(({ id }) => id === channel.inboxId);
  const confirmation = useConfirmation(channel);
  return (
    <section className="chn-forwarding" aria-label={t('chnForwardTitle')}>
      <p className="label">{t('chnHostedIs', { inbox: inbox?.name ?? '' })}</p>
      <CopyField label={t('chnHostedLabel')} value={address} />
      {may && <Reach channelId={channel.id} />}
      {confirmation && <ConfirmationNotice confirmation={confirmation} />}
      <h2 className="mt-4 font-semibold">{t('chnForwardTitle')}</h2>
      {Object.entries(ways).map(([way, steps]) => (
        <details key={way} className="mt-1">
          <summary>{t(way as MessageKey)}</summary>
          <ol className="chn-steps">
            {steps.map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}
