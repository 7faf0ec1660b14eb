import { Hono } from 'hono';
import { BufferedTx } from '../../domain/core/buffered-tx';
import { maySetUpChannel } from '../../domain/permission/may-set-up-channel';
import { type HostedReach, HostedReachRequest } from '../../sync/hosted-protocol';
import { inSpacesOf } from '../sync/in-spaces-of';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';
import { readJson } from './read-json';
import { type AgentVariables, requireAgent } from './require-agent';

/** The hub's own addresses: where it makes them, and whether the world can write to one. */
export interface HostedAddresses {
  domain: string;
  reach(address: string): Promise<HostedReach>;
}

/** Only who may edit a channel may have the hub look for its mail server (INB-3, INB-4). */
export function hostedAddressRoutes(host: HttpHost) {
  const { hosted, mailboxSetup } = host;
  const routes = new Hono<AgentVariables>();
  routes.use('/hosted', requireAgent(host));
  routes.use('/hosted/*', requireAgent(host));
  routes.get('/hosted', (c) => c.json({ domain: hosted.domain }));
  routes.post('/hosted/reach', async (c) => {
    const { channelId } = await readJson(c, HostedReachRequest, 1 << 10);
    const agentId = c.get('agentId');
    const answer = await inSpacesOf(mailboxSetup.store, agentId, async ({ reader }) => {
      const refused = await maySetUpChannel({ kind: 'agent', agentId }, channelId, new BufferedTx(reader).tx);
      return refused ?? { address: (await reader.find('channels', channelId))?.address ?? null };
    });
    if ('refused' in answer) return hubProblem(c, answer.refused === 'not-allowed' ? 403 : 404, answer.refused, 'refused');
    return answer.address === null ? hubProblem(c, 404, 'not-found', 'no address') : c.json(await hosted.reach(answer.address));
  });
  return routes;
}
