import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { sameJson } from '../core/same-json';
import { Id } from '../model/ids';
import { type Mailbox, MailboxProblem } from '../model/mailbox';
import { noteStopped } from './note-stopped';

const args = z.object({
  channelId: Id,
  standing: z.discriminatedUnion('state', [
    z.object({ state: z.literal('importing') }),
    z.object({ state: z.literal('working') }),
    z.object({ state: z.literal('failing'), problem: MailboxProblem }),
    /** Of mail going out; `null`: it goes. */
    z.object({ state: z.literal('sending'), problem: z.nullable(MailboxProblem) }),
    /** Of the archive that was asked for: all of it is in, or there is none. */
    z.object({ state: z.literal('archive'), found: z.boolean() }),
  ]),
  /** Somebody has just given the password. */
  signedIn: z.boolean(),
});

/**
 * The host writes down where a mailbox stands. A problem keeps the time it began, whatever words it comes in, so that everybody
 * sees since when (CHN-2). Reading and sending stand for themselves: neither's good news is the other's. One that was signed out meanwhile stays so unless the host signs it in: `signedIn`.
 */
export const recordMailbox = defineMutation({
  name: 'recordMailbox',
  args,
  actor: 'system',
  async may(actor, { channelId }, tx) {
    const channel = await tx.channels.find(channelId);
    const inbox = channel && (await tx.inboxes.find(channel.inboxId));
    return actor.kind === 'system' && channel?.mailbox && inbox?.workspaceId === actor.workspaceId ? undefined : refuse('not-found');
  },
  async run(tx, { channelId, standing, signedIn }, { at }) {
    const channel = await tx.channels.get(channelId);
    const before = channel.mailbox;
    if (!before || (before.standing.state === 'signed-out' && !signedIn)) return;
    const after = standsAs(before, { standing, signedIn }, at);
    const next = { ...channel, mailbox: after };
    if (!sameJson(before, after)) tx.channels.put(next);
    await noteStopped(tx, next);
  },
});

type News = Omit<z.infer<typeof args>, 'channelId'>;

function standsAs({ sending, ...read }: Mailbox, { standing, signedIn }: News, at: number): Mailbox {
  if (standing.state === 'sending')
    return { ...read, ...(standing.problem ? { sending: { since: sending?.since ?? at, problem: standing.problem } } : {}) };
  const kept = sending && !signedIn ? { ...read, sending } : read;
  if (standing.state === 'archive') return read.archived ? { ...kept, archived: standing.found ? 'in' : 'missing' } : kept;
  const since = read.standing.state === standing.state ? read.standing.since : at;
  // Signed in again, perhaps to another account or after the folder was made: it is looked for once more.
  return { ...kept, ...(signedIn && read.archived ? { archived: 'wanted' } : {}), standing: { ...standing, since } };
}
