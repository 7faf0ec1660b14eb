import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { sameJson } from '../core/same-json';
import { Id } from '../model/ids';
import { MailboxProblem, type MailboxStanding } from '../model/mailbox';
import { noteStopped } from './note-stopped';

/**
 * The host writes down where a mailbox stands. A problem keeps the time it began, whatever words it comes in, so that everybody
 * sees since when (CHN-2). One that was signed out meanwhile stays so unless the host signs it in: `signedIn`.
 */
export const recordMailbox = defineMutation({
  name: 'recordMailbox',
  args: z.object({
    channelId: Id,
    standing: z.discriminatedUnion('state', [
      z.object({ state: z.literal('importing') }),
      z.object({ state: z.literal('working') }),
      z.object({ state: z.literal('failing'), problem: MailboxProblem }),
    ]),
    /** Somebody has just given the password. */
    signedIn: z.boolean(),
  }),
  actor: 'system',
  async may(actor, { channelId }, tx) {
    const channel = await tx.channels.find(channelId);
    const inbox = channel && (await tx.inboxes.find(channel.inboxId));
    return actor.kind === 'system' && channel?.mailbox && inbox?.workspaceId === actor.workspaceId ? undefined : refuse('not-found');
  },
  async run(tx, { channelId, standing, signedIn }, { at }) {
    const channel = await tx.channels.get(channelId);
    if (!channel.mailbox) return;
    const before = channel.mailbox.standing;
    if (before.state === 'signed-out' && !signedIn) return;
    const after: MailboxStanding = { ...standing, since: before.state === standing.state ? before.since : at };
    const next = { ...channel, mailbox: { ...channel.mailbox, standing: after } };
    if (!sameJson(before, after)) tx.channels.put(next);
    await noteStopped(tx, next);
  },
});
