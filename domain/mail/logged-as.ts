import type { Tx } from '../core/tx';
import type { Address } from '../model/address';
import type { Channel } from '../model/channel';
import { type Id, workspaceSpace } from '../model/ids';
import type { IncomingMail } from './incoming-mail';

/** A mail as it goes into the thread: from whom, what, and who passed it on. */
export type LoggedMail = Pick<IncomingMail, 'from' | 'to' | 'cc' | 'subject' | 'text' | 'quotedText' | 'html' | 'date'> & {
  forwardedBy: Address | null;
  /** One of our own agents forwarded it, whoever it is logged to: a person has looked at it. */
  passedOn: boolean;
};

/**
 * A forwarded mail is logged to its original sender, or to the forwarder by the channel's switch (CHN-5). Only a forward by one of the
 * workspace's agents is taken apart: anybody can type a "From:" into a mail, to be logged to a customer that is not theirs (S26).
 */
export async function loggedAs(tx: Tx, mail: IncomingMail, { channel, workspaceId }: { channel: Channel; workspaceId: Id }): Promise<LoggedMail> {
  const { forward } = mail;
  if (!forward) return { ...mail, forwardedBy: null, passedOn: false };
  const agents = await tx.query('agentsByAddress', { space: workspaceSpace(workspaceId), address: mail.from.address });
  const passedOn = agents.some((agent) => agent.active);
  if (!passedOn || channel.logForwardsTo === 'forwarder') return { ...mail, forwardedBy: null, passedOn };
  return { ...forward, cc: [], quotedText: '', html: forward.html, forwardedBy: mail.from, passedOn };
}
