import { Hono } from 'hono';
import * as z from 'zod/mini';
import { Id } from '../../domain/model/ids';
import { findVisibleMessage } from './find-visible-message';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';
import { readJson } from './read-json';
import { type AgentVariables, requireAgent } from './require-agent';

const Request = z.object({ messageId: Id, urls: z.array(z.string().check(z.maxLength(4000))).check(z.maxLength(200)) });
const atOnce = 6;
/** Of one answer, in characters of `data:` URLs; pictures beyond it are left out. */
const mostCharacters = 60_000_000;

/** `POST /images`: remote images of a message, after a person asked to see them. The sender learns neither who looked nor from where (X5). */
export const imageRoutes = (host: HttpHost) =>
  new Hono<AgentVariables>().post('/images', requireAgent(host), async (c) => {
    const { messageId, urls } = await readJson(c, Request, 1 << 20);
    if (!(await findVisibleMessage(host, c.get('agentId'), messageId))) return hubProblem(c, 404, 'not-found', 'no such message');
    const images: Record<string, string> = {};
    const waiting = [...new Set(urls)];
    let room = mostCharacters;
    const worker = async () => {
      for (let url = waiting.shift(); url !== undefined && room > 0; url = waiting.shift()) {
        const image = await host.fetchImage(url);
        room -= image?.length ?? 0;
        if (image && room >= 0) images[url] = image;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return c.json({ images });
  });
