import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import type { SenderRule } from '../model/contact';
import { type Id, workspaceSpace } from '../model/ids';

/** The workspace's rule about a sender: the one for exactly this address before the one for its domain, allowing before refusing (VIEW-9). */
export async function findSenderRule(tx: Tx, workspaceId: Id, address: string): Promise<SenderRule | undefined> {
  const rules = await tx.query('senderRulesFor', { space: workspaceSpace(workspaceId), address });
  const exact = foldAddress(address);
  const rank = (rule: SenderRule) => (rule.pattern === exact ? 0 : 2) + (rule.kind === 'allow' ? 0 : 1);
  return rules.sort((a, b) => rank(a) - rank(b))[0];
}
