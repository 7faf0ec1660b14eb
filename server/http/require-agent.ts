import type { MiddlewareHandler } from 'hono';
import type { Id } from '../../domain/model/ids';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';

export type AgentVariables = { Variables: { agentId: Id } };

/** Only with a bearer token of an active agent. */
export const requireAgent =
  (host: Pick<HttpHost, 'verify'>): MiddlewareHandler<AgentVariables> =>
  async (c, next) => {
    const bearer = await host.verify(c.req.header('authorization'));
    if (!bearer) return hubProblem(c, 401, 'signed-out', 'sign in again');
    c.set('agentId', bearer.agentId);
    await next();
    return undefined;
  };
