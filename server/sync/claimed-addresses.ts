import type { Write } from '../../domain/core/tx';
import { foldAddress } from '../../domain/model/address';
import type { Id } from '../../domain/model/ids';

/** Addresses that writes give to somebody new: an agent, or a team by its channel in this inbox. */
export interface ClaimedAddresses {
  agents: string[];
  teams: { address: string; inboxId: Id }[];
}

/**
 * An address is a team's or one agent's, never both (CHN-4). Which it is no rule can say for good: agents lie in the workspace, channels in inboxes
 * not every agent sees (INB-6), and two who claim it at once see nothing of each other.
 */
export function claimedAddresses(writes: readonly Write[]): ClaimedAddresses {
  const agents = writes.flatMap((write) => {
    if (write.table !== 'agents' || !write.after) return [];
    const { before, after } = write;
    const aliases = (after.aliases ?? []).filter((address) => !before?.aliases?.includes(address));
    return after.email === before?.email ? aliases : [foldAddress(after.email), ...aliases];
  });
  const teams = writes.flatMap((write) =>
    write.table === 'channels' && write.after?.address && write.after.address !== write.before?.address
      ? [{ address: write.after.address, inboxId: write.after.inboxId }]
      : [],
  );
  return { agents, teams };
}
