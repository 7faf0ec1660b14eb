import { type Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { BufferedTx } from '../../domain/core/buffered-tx';
import type { Id } from '../../domain/model/ids';
import { MailProvider } from '../../domain/model/mailbox';
import { maySetUp } from '../../domain/permission/may-set-up';
import { MailClientRequest, type MailClientsAnswer } from '../../sync/mail-sign-in-protocol';
import { inSpacesOf } from '../sync/in-spaces-of';
import { BadRequest } from './bad-request';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';
import { readJson } from './read-json';
import { type AgentVariables, requireAgent } from './require-agent';

type Ctx = Context<AgentVariables & { Variables: { workspaceId: Id } }>;

/** The hub's clients at Google and Microsoft, for who has account access (INB-4). A secret goes in and never comes out. */
export function mailClientRoutes(host: HttpHost) {
  const { clients, redirectUri } = host.mailboxSetup.provider;
  const routes = new Hono<AgentVariables & { Variables: { workspaceId: Id } }>();
  const paths = ['/mail-clients', '/mail-clients/*'];
  for (const path of paths) {
    routes.use(path, requireAgent(host));
    routes.use(path, async (c, next) => {
      const agentId = c.get('agentId');
      const answer = await inSpacesOf(host.mailboxSetup.store, agentId, async ({ reader }) => {
        const workspaceId = (await reader.find('agents', agentId))?.space.replace('workspace:', '') ?? '';
        return (await maySetUp({ kind: 'agent', agentId }, workspaceId, new BufferedTx(reader).tx)) ?? { workspaceId };
      });
      if ('refused' in answer) return hubProblem(c, answer.refused === 'not-allowed' ? 403 : 404, answer.refused, 'refused');
      c.set('workspaceId', answer.workspaceId);
      await next();
      return undefined;
    });
  }
  routes.get('/mail-clients', async (c) => {
    const [google, microsoft] = await Promise.all([clients.shown(c.get('workspaceId'), 'google'), clients.shown(c.get('workspaceId'), 'microsoft')]);
    return c.json({ redirectUri, google, microsoft } satisfies MailClientsAnswer);
  });
  routes.put('/mail-clients/:provider', async (c) => {
    const provider = providerOf(c);
    const client = await readJson(c, MailClientRequest, 8 << 10);
    if (provider === 'microsoft' && client.tenant === '') throw new BadRequest(400, 'bad-request', 'a tenant is needed');
    const kept = await clients.put(c.get('workspaceId'), provider, client);
    return kept ? c.json({}) : hubProblem(c, 400, 'bad-request', 'a secret is needed');
  });
  routes.post('/mail-clients/:provider/remove', async (c) => {
    await clients.remove(c.get('workspaceId'), providerOf(c));
    return c.json({});
  });
  return routes;
}

function providerOf(c: Ctx): z.infer<typeof MailProvider> {
  const provider = MailProvider.safeParse(c.req.param('provider'));
  if (!provider.success) throw new BadRequest(404, 'not-found', 'no such provider');
  return provider.data;
}
