import type { ReactNode } from 'react';
import { inUse } from '../../../domain/channel/in-use';
import { takesBack } from '../../../domain/channel/takes-back';
import { foldAddress } from '../../../domain/model/address';
import type { Id } from '../../../domain/model/ids';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';

/**
 * Why an address can be given to nobody: it is an agent's own, or a team's already (CHN-4). One that is disconnected or was removed has its way
 * back; removed from `inboxId`, to which it is to be connected, that is none: it comes back there.
 */
export function useAddressProblem(address: string, inboxId?: Id): ReactNode {
  const { t } = useText();
  const { agents, channels, inboxes } = useWorkspace();
  const folded = foldAddress(address);
  const agent = [...agents.values()].find(({ email, aliases }) => foldAddress(email) === folded || aliases?.includes(folded));
  if (agent) return t('chnAddressOfAgent', { address: folded, name: agent.name });
  const channel = channels.find((one) => one.address === folded);
  if (!channel || (inboxId && takesBack(channel, { inboxId, address: folded }))) return undefined;
  const values = { address: folded, inbox: inboxes.find(({ id }) => id === channel.inboxId)?.name ?? '' };
  if (!inUse(channel))
    return (
      <>
        {t('chnAddressRemoved', values)} <a href={`#/connect-channel/${channel.inboxId}`}>{t('chnAddressTakeBack')}</a>
      </>
    );
  if (channel.mailbox?.standing.state !== 'signed-out') return t('chnAddressConnected', values);
  return (
    <>
      {t('chnAddressDisconnected', values)} <a href={`#/channel/${channel.id}`}>{t('chnAddressConnectAgain')}</a>
    </>
  );
}
