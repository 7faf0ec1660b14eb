import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { takesMail } from '../../domain/channel/takes-mail';
import { BufferedTx } from '../../domain/core/buffered-tx';
import { type Refusal, refuse } from '../../domain/core/refusal';
import type { Id } from '../../domain/model/ids';
import { maySetUpInbox } from '../../domain/permission/may-set-up-inbox';
import { MoveHead, MoveStateRequest, type MovingMail, moveLimits } from '../../sync/move-protocol';
import type { IncomingQueue } from '../channels/email/incoming-queue';
import { acceptMoved, type MoveInto, movedMails } from '../channels/email/moved-mails';
import { inSpacesOf } from '../sync/in-spaces-of';
import { BadRequest } from './bad-request';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';
import { readBody } from './read-body';
import { readJson } from './read-json';
import { type AgentVariables, requireAgent } from './require-agent';

/** What taking in a moving workspace needs of the hub. */
export interface Moves {
  queue: IncomingQueue;
  /** There is mail to take in. */
  nudge(): void;
}

/** Whole bodies are held while they are looked at: no more of them at once. */
const mostAtOnce = 4;

/**
 * A workspace of one computer moves into an inbox (K16): whoever has account access and is in that inbox brings its mails, and asks what became
 * of them. What people did there comes as their acts, like any others.
 */
export function moveRoutes(host: HttpHost) {
  const { moves, files, now, store } = host;
  const routes = new Hono<AgentVariables>();
  routes.use('/moves/*', requireAgent(host));
  let held = 0;

  const into = (agentId: Id, { from, inboxId }: { from: Id; inboxId: Id }): Promise<Refusal | MoveInto> =>
    inSpacesOf(store, agentId, async ({ reader }) => {
      const refused = await maySetUpInbox({ kind: 'agent', agentId }, inboxId, new BufferedTx(reader).tx);
      if (refused) return refused;
      const inbox = await reader.find('inboxes', inboxId);
      if (!inbox) return refuse('not-found');
      const channels = (await reader.query('channelsOfInbox', { space: inbox.space })).filter(takesMail);
      return channels.length === 0 ? refuse('no-mail-channel') : { from, inboxId, workspaceId: inbox.workspaceId, channels };
    });

  routes.post('/moves/mails', async (c) => {
    if (held >= mostAtOnce) return hubProblem(c, 503, 'busy', 'others are moving in at this moment, try again');
    held += 1;
    try {
      const body = await readBody(c.req.raw, moveLimits.bytes + moveLimits.head);
      const { head, mails } = takenApart(body);
      const where = await into(c.get('agentId'), head);
      if ('refused' in where) return refusal(c, where);
      await acceptMoved(mails, where, { files, queue: moves.queue, now });
      moves.nudge();
      return c.json({ mails: await movedMails(hashesOf(head.mails), where, moves.queue) });
    } finally {
      held -= 1;
    }
  });

  routes.post('/moves/state', async (c) => {
    const asked = await readJson(c, MoveStateRequest, moveLimits.head);
    const where = await into(c.get('agentId'), asked);
    return 'refused' in where ? refusal(c, where) : c.json({ mails: await movedMails(asked.hashes, where, moves.queue) });
  });
  return routes;
}

const hashesOf = (mails: readonly MovingMail[]) => mails.map(({ hash }) => hash);

/** Head and mails of a body, each with exactly the bytes it names; a body cut short is none. */
function takenApart(body: Uint8Array): { head: MoveHead; mails: { mail: MovingMail; raw: Uint8Array }[] } {
  const end = body.subarray(0, moveLimits.head).indexOf(0x0a);
  const head = end < 0 ? undefined : MoveHead.safeParse(parsed(body.subarray(0, end))).data;
  if (!head) throw new BadRequest(400, 'bad-request', 'no head of a move');
  if (end + 1 + head.mails.reduce((sum, { size }) => sum + size, 0) !== body.length)
    throw new BadRequest(400, 'bad-request', 'not as long as it says');
  let from = end + 1;
  const mails = head.mails.map((mail) => {
    const raw = body.subarray(from, from + mail.size);
    from += mail.size;
    if (createHash('sha256').update(raw).digest('hex') !== mail.hash) throw new BadRequest(400, 'other-bytes', 'these bytes have another sha256');
    return { mail, raw };
  });
  return { head, mails };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

const statuses = { 'not-allowed': 403, 'not-found': 404, 'no-mail-channel': 409 } as const;
const refusal = (c: Context, { refused }: Refusal) =>
  hubProblem(c, refused in statuses ? statuses[refused as keyof typeof statuses] : 400, refused, 'refused');
