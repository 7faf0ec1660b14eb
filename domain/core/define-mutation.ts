import type * as z from 'zod/mini';
import type { Id } from '../model/ids';
import type { Actor, Meta } from './meta';
import type { Refusal } from './refusal';
import type { Tx } from './tx';

/** Of an act on many rows: those it left as they are, and why. */
export interface Left {
  left: { id: Id; refusal: Refusal }[];
}

/** The only way anything changes, in the extension, in the local workspace and in the hub alike. */
export interface Mutation<Name extends string = string, Args = unknown> {
  name: Name;
  args: z.ZodMiniType<Args>;
  /** Who may call it at all: agents push `agent` mutations, only a host runs `system` ones; `any` leaves it to `may`. */
  actor: 'agent' | 'system' | 'any';
  /** `run` reads and writes where its actor may not look: a hub runs it over all inboxes, and `may` decides by people alone. */
  everywhere?: true;
  /** Its effect on conversations and tickets is kept for `undo` (X26), or for the mutation of this name where words must come back with it. */
  undoable?: true | 'cancelSend' | 'takeBackComment';
  /** Says nothing in the threads it changes: it takes back what was said, or is made of acts that say it themselves (THR-20). */
  silent?: true;
  /** A refusal, or nothing. Every row `run` will `get` has been found here. */
  may(actor: Actor, args: Args, tx: Tx): Promise<Refusal | undefined>;
  /** Decides and writes. A refusal returned here discards all it wrote. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a rule that refuses nothing simply ends
  run(tx: Tx, args: Args, meta: Meta): Promise<Refusal | Left | void>;
}

export const defineMutation = <const Name extends string, Args>(mutation: Mutation<Name, Args>): Mutation<Name, Args> => mutation;
