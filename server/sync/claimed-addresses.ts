import type { Write } from '../../domain/core/tx';

/** Addresses these writes make an agent's: whose rule does not see every inbox cannot say whether one is a team's (CHN-4, INB-6). */
export const claimedAddresses = (writes: readonly Write[]): string[] =>
  writes.flatMap((write) =>
    write.table === 'agents' ? (write.after?.aliases ?? []).filter((address) => !write.before?.aliases?.includes(address)) : [],
  );
