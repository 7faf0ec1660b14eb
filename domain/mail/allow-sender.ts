import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import { type Id, workspaceSpace } from '../model/ids';

/** Puts an address on the allow list, once; what denied or blocked exactly this address goes (VIEW-9). A rule about its whole domain stays. */
export async function allowSender(tx: Tx, { ruleId, workspaceId, address, at }: { ruleId: Id; workspaceId: Id; address: string; at: number }) {
  const space = workspaceSpace(workspaceId);
  const pattern = foldAddress(address);
  const own = (await tx.query('senderRulesFor', { space, address })).filter((rule) => rule.pattern === pattern);
  for (const rule of own) if (rule.kind !== 'allow') tx.senderRules.delete(rule.id);
  const taken = await tx.senderRules.find(ruleId);
  if (!taken && !own.some((rule) => rule.kind === 'allow')) tx.senderRules.put({ id: ruleId, space, kind: 'allow', pattern, at });
}
