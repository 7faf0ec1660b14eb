import * as z from 'zod/mini';
import { Id } from '../model/ids';

/** Who acts: an agent, or the host itself (mail that came in, a timer, set-up). */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent'), agentId: Id }),
  z.object({ kind: z.literal('system'), workspaceId: Id }),
]);
export type Actor = z.infer<typeof Actor>;

/**
 * What a rule is told beside its arguments. `at` is the host's clock, the only time a rule decides by; `claimedAt` is the
 * client's clock for something done offline, kept for display (K9). `uuid` is the act's own identity, the same at every try.
 */
export interface Meta {
  at: number;
  claimedAt: number | null;
  uuid: Id;
  by: Actor;
  /** A device shows it again over what a hub has sent since, which may hold what it wrote already. */
  again?: true;
}

/** The agent behind an act, or `null` for the host. */
export const agentOf = (by: Actor): Id | null => (by.kind === 'agent' ? by.agentId : null);
