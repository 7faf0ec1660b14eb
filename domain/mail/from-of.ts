import type { Address } from '../model/address';
import type { Agent } from '../model/agent';
import type { Channel } from '../model/channel';
import { oneLine } from './one-line';

/** What a recipient reads as sender: the company, or the agent and the company, always at the channel's own address (CHN-3). */
export function fromOf(channel: Pick<Channel, 'name' | 'fromName' | 'companyName'> & { address: string }, agent: Pick<Agent, 'name'>): Address {
  const company = channel.companyName || channel.name;
  return { name: oneLine(channel.fromName === 'company' ? company : `${agent.name}, ${company}`), address: channel.address };
}
