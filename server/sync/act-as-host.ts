import type { Refusal } from '../../domain/core/refusal';
import type { Id } from '../../domain/model/ids';
import type { MutationName } from '../../domain/mutations';
import { actIn, type HubAct } from './act-in';
import type { HubTransaction } from './hub-store';

export interface HostAct<N extends MutationName> extends HubAct<N> {
  workspaceId: Id;
}

/** Runs one act of the host itself (set-up, a timer, what came of a mail) inside a transaction. Answers why not, or nothing. */
export const actAsHost = <N extends MutationName>(transaction: HubTransaction, { workspaceId, ...act }: HostAct<N>): Promise<Refusal | undefined> =>
  actIn(transaction, { ...act, by: { kind: 'system', workspaceId } });
