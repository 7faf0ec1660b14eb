import type { Mutation } from '../../domain/core/define-mutation';
import type { Actor } from '../../domain/core/meta';
import type { Id } from '../../domain/model/ids';

/** One act of the sample's past: which rule, with what, when and by whom. */
export interface Act {
  mutation: Mutation;
  args: unknown;
  at: number;
  uuid: Id;
  by: Actor;
}

/** The rule's arguments are checked here by type, and by its own schema when it runs. */
export const actOf = <Args>(mutation: Mutation<string, Args>, args: NoInfer<Args>, when: Pick<Act, 'at' | 'uuid' | 'by'>): Act => ({
  mutation: mutation as unknown as Mutation,
  args,
  ...when,
});
