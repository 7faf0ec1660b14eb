import { foldAddress } from '../../../domain/model/address';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';

/** Why an address cannot be connected: it is an agent's own, or connected already (CHN-4). */
export function useAddressProblem(address: string): string | undefined {
  const { t } = useText();
  const { agents, channels, inboxes } = useWorkspace();
  const folded = foldAddress(address);
  const agent = [...agents.values()].find(({ email }) => foldAddress(email) === folded);
  if (agent) return t('chnAddressOfAgent', { address: folded, name: agent.name });
  const channel = channels.find((one) => one.address === folded);
  return channel && t('chnAddressConnected', { address: folded, inbox: inboxes.find(({ id }) => id === channel.inboxId)?.name ?? '' });
}
