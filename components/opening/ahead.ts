import type { Agent } from '../../domain/model/agent';
import type { Channel } from '../../domain/model/channel';
import type { Conversation } from '../../domain/model/conversation';
import type { Inbox } from '../../domain/model/inbox';
import type { Member } from '../../domain/model/member';
import type { StoppedChannel } from '../../domain/model/stopped-channel';
import type { Connection } from '../../utils/connection/device-database';
import type { ListPlace } from '../conversation-list/use-list';

/** What a page opens with, read while its scripts were still coming. Its first draw begins from it; the store's live answers follow at once. */
export interface Ahead {
  /** Of the device, by key. */
  settings: ReadonlyMap<string, unknown>;
  connection: Connection;
  tables: { agents: Agent[]; inboxes: Inbox[]; members: Member[]; channels: Channel[]; stopped: StoppedChannel[] };
  /** Where one was. */
  kept: ListPlace | null;
  /** The list that opens, and its first rows. */
  place: ListPlace;
  rows: Conversation[];
}

/** Where `opening.js` and the page's own scripts meet: they have no module in common. */
const meeting = globalThis as { samtaleOpening?: Promise<Ahead | undefined> };

export const leaveOpening = (read: Promise<Ahead | undefined>): void => {
  meeting.samtaleOpening = read;
};

let now: Ahead | undefined;

/** Settled when the page may be drawn: what it opens with has been read, or is long in coming. */
export async function afterOpening(): Promise<void> {
  now = await meeting.samtaleOpening;
}

/** `undefined` where nothing was read ahead, and soon after the first rows: what is drawn later asks the store alone. */
export const ahead = (): Ahead | undefined => now;
export const forgetAhead = (): void => {
  now = undefined;
};
