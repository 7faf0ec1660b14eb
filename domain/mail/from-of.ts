import type { Address } from '../model/address';
import type { Agent } from '../model/agent';
import type { Channel } from '../model/channel';
import { oneLine } from './one-line';

/**
 * What a recipient reads as sender: the company, or the agent and the company, always at the channel's own address. Office 365 writes the
 * name of its own account there, so the mail goes to it without one (CHN-3).
 */
export function fromOf(
  channel: Pick<Channel, 'name' | 'fromName' | 'companyName' | 'mailbox'> & { address: string },
  agent: Pick<Agent, 'name'>,
): Address {
  if (!setsFromName(channel)) return { name: '', address: channel.address };
  const company = channel.companyName || channel.name;
  return { name: oneLine(channel.fromName === 'company' ? company : `${agent.name}, ${company}`), address: channel.address };
}

/** Whether this channel says how its sender is called; Office 365 does that by itself. */
export const setsFromName = ({ mailbox }: Pick<Channel, 'mailbox'>): boolean => mailbox?.provider !== 'microsoft';
