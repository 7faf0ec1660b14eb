import type { Agent } from '../model/agent';
import type { Channel } from '../model/channel';
import { escapeHtml } from '../text/escape-html';

/** The team's signature as this agent's mail carries it: HTML with the tokens for full, first and last name filled in (CHN-3). */
export function signatureOf(channel: Pick<Channel, 'signatureHtml'>, agent: Pick<Agent, 'name'>): string {
  const [firstName = '', ...others] = agent.name.trim().split(/\s+/);
  const names = { fullName: agent.name.trim(), firstName, lastName: others.join(' ') };
  return channel.signatureHtml.replace(/\{\{\s*agent\.(fullName|firstName|lastName)\s*\}\}/g, (_token, name: keyof typeof names) =>
    escapeHtml(names[name]),
  );
}
