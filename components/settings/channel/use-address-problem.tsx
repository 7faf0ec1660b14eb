import type { ReactNode } from 'react';
import { foldAddress } from '../../../domain/model/address';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';

/** Why an address can be given to nobody: it is an agent's own, or a team's already (CHN-4). One that is disconnected has its way back. */
export function useAddressProblem(address: string): ReactNode {
  const { t } = useText();
  const { agents, channels, inboxes } = useWorkspace();
  const folded = foldAddress(address);
  const agent = [...agents.values()].find(({ email, aliases }) => foldAddress(email) === folded || aliases?.includes(folded));
  if (agent) return t('chnAddressOfAgent', { address: folded, name: agent.name });
  const channel = channels.find((one) => one.address === folded);
  if (!channel) return undefined;
  const values = { address: folded, inbox: inboxes.find(({ id }) => id === channel.inboxId)?.name ?? '' };
  if (channel.mailbox?.standing.state !== 'signed-out') return t('chnAddressConnected', values);
  return (
    <>
      {t('chnAddressDisconnected', values)} <a href={`#/channel/${channel.id}`}>{t('chnAddressConnectAgain')}</a>
    </>
  );
}
