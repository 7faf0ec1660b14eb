import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { foldAddress } from '../../domain/model/address';
import type { NoticeMail } from '../../sync/notice-protocol';
import { returnedAddresses } from '../notices/notice-schema';
import type { HttpHost } from './http-host';
import { type AgentVariables, requireAgent } from './require-agent';

/** Whether mail reaches the agent who asks, and another try after it came back. About oneself alone. */
export function noticeRoutes(host: Pick<HttpHost, 'db' | 'store' | 'verify' | 'sendsMail'>) {
  const routes = new Hono<AgentVariables>();
  routes.use('/notices', requireAgent(host));
  routes.use('/notices/*', requireAgent(host));
  const addressOf = async (agentId: string) => (await host.store.transaction('all', ({ reader }) => reader.find('agents', agentId)))?.email ?? '';
  routes.get('/notices', async (c) => {
    const address = await addressOf(c.get('agentId'));
    const returned = await host.db
      .select()
      .from(returnedAddresses)
      .where(eq(returnedAddresses.address, foldAddress(address)));
    const mail: NoticeMail = !host.sendsMail() ? 'no-mail-server' : returned.length > 0 ? 'came-back' : 'goes';
    return c.json({ mail });
  });
  routes.post('/notices/again', async (c) => {
    await host.db.delete(returnedAddresses).where(eq(returnedAddresses.address, foldAddress(await addressOf(c.get('agentId')))));
    return c.json({});
  });
  return routes;
}
