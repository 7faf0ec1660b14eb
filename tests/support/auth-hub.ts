import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { v7 } from 'uuid';
import { refuse } from '../../domain/core/refusal';
import type { Agent } from '../../domain/model/agent';
import { workspaceSpace } from '../../domain/model/ids';
import type { Invitation } from '../../domain/model/invitation';
import { schemaVersion } from '../../domain/mutations';
import type { AuthHost } from '../../server/auth/auth-host';
import { authRoutes } from '../../server/auth/auth-routes';
import { putExtensionClient, redirectUrisOf } from '../../server/auth/extension-client';
import { makeInvitationLink } from '../../server/auth/invite';
import { makeAuth } from '../../server/auth/make-auth';
import { makeVerifyBearer } from '../../server/auth/verify-bearer';
import { type HubInfo, protocolVersion } from '../../sync/protocol';
import { freshPGlite } from './pglite-snapshot';

/** The sign-in part of a hub, over PGlite and real HTTP; agents and invitations lie in memory. */
export async function startAuthHub() {
  const database = await freshPGlite();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const workspaceId = v7();
  const agents = new Map<string, Agent>();
  const invitations = new Map<string, Invitation>();
  const clock = { now: Date.now() };
  const faults: unknown[] = [];
  /** Whether the agents here are each the only one, and what they called their team, in which language. */
  const alone = { yes: false, team: 'Havnegaard', locale: 'en' };

  const people: AuthHost['people'] = {
    findAgent: async (id) => agents.get(id),
    findInvitation: async (tokenHash) => [...invitations.values()].find((one) => one.tokenHash === tokenHash),
    acceptInvitation: async (id, newcomer) => {
      const invitation = invitations.get(id);
      if (!invitation) return refuse('not-found');
      if (invitation.usedAt !== null) return refuse('invitation-used');
      if (invitation.expiresAt <= clock.now) return refuse('invitation-expired');
      invitations.set(id, { ...invitation, usedAt: clock.now });
      const { agentId, name, email } = newcomer;
      if (!invitation.agentId) addAgent({ id: agentId, name, email });
      return undefined;
    },
    isAlone: async () => alone.yes,
    introduce: async (agentId, { name, email, team, locale }) => {
      const agent = agents.get(agentId);
      if (!agent || [...agents.values()].some((one) => one.id !== agentId && one.email === email)) return refuse('address-taken');
      agents.set(agentId, { ...agent, name, email });
      Object.assign(alone, { team, locale });
      return undefined;
    },
    now: () => clock.now,
    newId: () => v7(),
  };
  const host: AuthHost = {
    db: database.db,
    baseUrl,
    name: async () => 'Havnegaard',
    redirectUris: redirectUrisOf([]),
    secret: 's'.repeat(48),
    report: (fault) => faults.push(fault),
    people,
  };
  await putExtensionClient(host);
  const auth = makeAuth(host);
  const remote = { address: '198.51.100.1' };
  /** Its clock runs off by this, ms, and it says it speaks these versions: what a probe looks at. */
  const said = { clockOffset: 0, protocolVersions: [protocolVersion], schemaVersions: [schemaVersion] };
  const app = new Hono();
  app.get('/hub', async (c) => {
    const { clockOffset, ...versions } = said;
    return c.json({ samtale: 'hub', name: await host.name(), ...versions, now: Date.now() + clockOffset } satisfies HubInfo);
  });
  app.route(
    '/',
    authRoutes(host, auth, () => remote.address),
  );
  server.on('request', getRequestListener(app.fetch));

  function addAgent(agent: { id: string; name: string; email: string }): Agent {
    const row = { ...agent, space: workspaceSpace(workspaceId), accountAccess: false, superAdmin: false, active: true };
    agents.set(row.id, row);
    return row;
  }

  return {
    host,
    auth,
    baseUrl,
    clock,
    agents,
    invitations,
    alone,
    faults,
    said,
    /** Whom the hub takes for the other end of every connection. */
    remote,
    verifyBearer: makeVerifyBearer(host),
    addAgent,
    /** A fresh link, for a newcomer or for an agent there is. */
    invite(agentId: string | null = null, meant: Partial<Pick<Invitation, 'name' | 'email'>> = {}): { link: string; invitation: Invitation } {
      const { link, tokenHash } = makeInvitationLink(baseUrl);
      const invitation: Invitation = {
        id: v7(),
        workspaceId,
        tokenHash,
        agentId,
        name: '',
        email: '',
        ...meant,
        inboxIds: [],
        accountAccess: false,
        createdAt: clock.now,
        expiresAt: clock.now + 3600_000,
        usedAt: null,
      };
      invitations.set(invitation.id, invitation);
      return { link, invitation };
    },
    forgetRates: () => database.db.execute(sql`delete from auth_rate_limit`),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}
export type AuthHub = Awaited<ReturnType<typeof startAuthHub>>;
