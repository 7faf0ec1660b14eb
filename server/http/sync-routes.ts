import { Hono, type MiddlewareHandler } from 'hono';
import { BootstrapRequest, KnownActsRequest, PullRequest, PushRequest } from '../../sync/protocol';
import { localeOfHeader } from '../../utils/i18n/locale-of-header';
import { answerBootstrap, noSuchSpace } from '../sync/answer-bootstrap';
import { answerKnownActs } from '../sync/answer-known-acts';
import { answerPull } from '../sync/answer-pull';
import { applyPush } from '../sync/apply-push';
import { signedOut } from '../sync/sync-host';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';
import { readJson } from './read-json';
import { type AgentVariables, requireAgent } from './require-agent';

/** Fifty acts of which each may hold a draft of half a megabyte. */
const pushBytes = 32 << 20;
const smallBytes = 1 << 20;

/** A device that asks is online. It asks in its language, which is the one its agent is written to (NTF-2). */
const seen =
  ({ sightings }: Pick<HttpHost, 'sightings'>): MiddlewareHandler<AgentVariables> =>
  async (c, next) => {
    const language = c.req.header('accept-language');
    sightings.note(c.get('agentId'), language ? localeOfHeader(language) : undefined);
    await next();
  };

export function syncRoutes(host: HttpHost) {
  const routes = new Hono<AgentVariables>();
  for (const path of ['/sync/push', '/sync/pull', '/sync/bootstrap', '/sync/acts']) routes.use(path, requireAgent(host), seen(host));
  routes.post('/sync/push', async (c) => {
    const answer = await applyPush(host, c.get('agentId'), await readJson(c, PushRequest, pushBytes));
    if (answer === signedOut) return hubProblem(c, 401, signedOut, 'this agent is no longer active');
    host.metrics.pushed(answer);
    return c.json(answer);
  });
  routes.post('/sync/pull', async (c) => {
    const answer = await answerPull(host, c.get('agentId'), await readJson(c, PullRequest, smallBytes));
    if (answer === signedOut) return hubProblem(c, 401, signedOut, 'this agent is no longer active');
    host.metrics.pulled(answer);
    return c.json(answer);
  });
  routes.post('/sync/bootstrap', async (c) => {
    const answer = await answerBootstrap(host, c.get('agentId'), await readJson(c, BootstrapRequest, smallBytes));
    if (answer === signedOut) return hubProblem(c, 401, signedOut, 'this agent is no longer active');
    if (answer === noSuchSpace) return hubProblem(c, 404, noSuchSpace, 'no such inbox');
    return c.json(answer);
  });
  routes.post('/sync/acts', async (c) => {
    const answer = await answerKnownActs(host, c.get('agentId'), await readJson(c, KnownActsRequest, smallBytes));
    return answer === signedOut ? hubProblem(c, 401, signedOut, 'this agent is no longer active') : c.json(answer);
  });
  return routes;
}
