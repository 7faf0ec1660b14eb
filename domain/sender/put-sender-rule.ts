import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import type { SenderRule } from '../model/contact';
import { type Id, workspaceSpace } from '../model/ids';

/** Writes the one rule about exactly this address or domain; another that said so of it goes. A rule about its whole domain stays (VIEW-9). */
export async function putSenderRule(
  tx: Tx,
  { ruleId, workspaceId, kind, address, at }: { ruleId: Id; workspaceId: Id; kind: SenderRule['kind']; address: string; at: number },
) {
  const space = workspaceSpace(workspaceId);
  const pattern = foldAddress(address);
  const own = (await tx.query('senderRulesFor', { space, address })).filter((rule) => rule.pattern === pattern);
  for (const rule of own) if (rule.kind !== kind) tx.senderRules.delete(rule.id);
  const taken = await tx.senderRules.find(ruleId);
  if (!taken && !own.some((rule) => rule.kind === kind)) tx.senderRules.put({ id: ruleId, space, kind, pattern, at });
}
