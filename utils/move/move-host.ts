import type { Id } from '../../domain/model/ids';
import type { MovedMail, MovingMail } from '../../sync/move-protocol';
import type { SamtaleDatabase } from '../store/database';
import type { MoveProblem } from '../store/move-row';

/** What moving needs from outside. */
export interface MoveHost {
  /** The workspace of this computer. */
  local: SamtaleDatabase;
  /** This device's copy of the hub's workspace: what people did goes through its outbox. */
  hub: SamtaleDatabase;
  /** The hub itself. Both throw `MoveHalted`. */
  send(inboxId: Id, from: Id, mails: readonly MovingMail[]): Promise<readonly MovedMail[]>;
  states(inboxId: Id, from: Id, hashes: readonly string[]): Promise<readonly MovedMail[]>;
  /** Something waits in the outbox, or rows are expected. */
  nudge(): void;
  /** ms */
  pause(ms: number): Promise<void>;
  now(): number;
  /** "Written on 3 March 2025", or "Written by Bo on …": for a comment older than a hub takes a device's word for, or somebody else's. */
  writtenOn(at: number, by: string | undefined): string;
}

/** The move cannot go on at this moment (`offline`), or not without a person. */
export class MoveHalted extends Error {
  override name = 'MoveHalted';
  constructor(readonly problem: MoveProblem) {
    super(problem);
  }
}

/** Somebody asked it to stop. */
export class MoveStopped extends Error {
  override name = 'MoveStopped';
}
