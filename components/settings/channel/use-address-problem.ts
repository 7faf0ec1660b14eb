import { foldAddress } from '../../../domain/model/address';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';

/** Why an address can be given to nobody: it is an agent's own, or a team's already (CHN-4). */
export function useAddressProblem(address: string): string | undefined {
  const { t } = useText();
  const { agents, channels, inboxes } = useWorkspace();
  const folded = foldAddress(address);
  const agent = [...agents.values()].find(({ email, aliases }) => foldAddress(email) === folded || aliases?.includes(folded));
  if (agent) return t('chnAddressOfAgent', { address: folded, name: agent.name });
  const channel = channels.find((one) => one.address === folded);
  return channel && t('chnAddressConnected', { address: folded, inbox: inboxes.find(({ id }) => id === channel.inboxId)?.name ?? '' });
}
