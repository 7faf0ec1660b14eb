import type { Channel } from '../../../domain/model/channel';
import type { Id } from '../../../domain/model/ids';
import type { OutboundMail } from '../../../domain/model/outbound-mail';

/** Where bytes lie by their sha256 (hex). `put` returns only when they would survive a power cut. */
export interface FileStore {
  put(hash: string, bytes: Uint8Array): Promise<void>;
  putAll(files: readonly { hash: string; bytes: Uint8Array }[]): Promise<void>;
  find(hash: string): Promise<Uint8Array | undefined>;
}

/** A mail channel and the workspace it belongs to, by exact folded address. */
export type FindMailChannel = (address: string) => Promise<{ channel: Channel; workspaceId: Id } | undefined>;

/** One mail to send, claimed under a lease by this process alone. `attempt` counts from 1. */
export interface ClaimedMail {
  mail: OutboundMail;
  workspaceId: Id;
  attempt: number;
}

/**
 * The hub's side of sending (architecture.md, "Sync"): queued → sending (lease) → sent | failed | unknown. `claim` hands out
 * a queued mail whose time has come, at most to one process; a lease that ended without a result becomes `unknown`, never
 * `queued` again (I2).
 */
export interface OutboundQueue {
  claim(now: number): Promise<ClaimedMail | undefined>;
  /** When the next queued mail may be claimed, ms; `undefined` when none waits. */
  nextDue(): Promise<number | undefined>;
  /** Back to queued, for a failure that surely came before the mail was handed over. */
  retryAt(claimed: ClaimedMail, at: number, words: string): Promise<void>;
  /** As `retryAt`, and no try is counted: its channel sends nothing. The channel's other mails wait as long. */
  putOff(claimed: ClaimedMail, at: number, words: string): Promise<void>;
  /** Ends it, and in the same transaction writes the state on the message (`recordDelivery`). */
  settle(claimed: ClaimedMail, outcome: { state: 'sent' | 'failed' | 'unknown'; text: string }): Promise<void>;
}
