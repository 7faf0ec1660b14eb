import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { agentSpace } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import { storable } from '../db/storable';
import { FileRejected } from '../files/file-rejected';
import { findVisibleMessage } from './find-visible-message';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';
import { type AgentVariables, requireAgent } from './require-agent';

/** Like a mail: with everything in it, no attachment is larger. */
const largest = 40 << 20;
const sha256 = /^[0-9a-f]{64}$/;
/** What a browser may be told it is; anything else is bytes. */
const plainTypes = /^(image\/(png|jpeg|gif|webp|avif|bmp)|application\/pdf|text\/plain|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

export function fileRoutes(host: HttpHost) {
  const routes = new Hono<AgentVariables>();
  routes.use('/files/*', requireAgent(host));
  routes.use('/messages/*', requireAgent(host));

  // Sent again, it simply is there again: the bytes prove each time that the agent has them (K18).
  routes.put('/files/:hash', async (c) => {
    const hash = c.req.param('hash');
    if (!sha256.test(hash)) return hubProblem(c, 400, 'bad-hash', 'the name of a file is the sha256 of its bytes');
    if (Number(c.req.header('content-length') ?? 0) > largest) return hubProblem(c, 413, 'too-large', `at most ${largest} bytes`);
    try {
      await host.files.receive(hash, c.req.raw.body ?? new ReadableStream({ start: (it) => it.close() }), {
        limit: largest,
        space: agentSpace(c.get('agentId')),
      });
    } catch (fault) {
      if (!(fault instanceof FileRejected)) throw fault;
      return fault.why === 'too-large'
        ? hubProblem(c, 413, 'too-large', `at most ${largest} bytes`)
        : hubProblem(c, 400, 'other-bytes', 'these bytes have another sha256');
    }
    return c.json({ hash }, 201);
  });

  routes.get('/messages/:id/files/:hash', async (c) => {
    const hash = c.req.param('hash');
    const message = await findVisibleMessage(host, c.get('agentId'), c.req.param('id'));
    const file = message && fileOf(message, hash);
    const found = file && (await host.files.open(hash));
    if (!file || !found) return hubProblem(c, 404, 'not-found', 'no such file');
    return new Response(Readable.toWeb(found.stream) as ReadableStream, {
      headers: {
        'content-type': plainTypes.test(file.type) ? file.type : 'application/octet-stream',
        'content-length': String(found.size),
        'content-disposition': `attachment; filename*=UTF-8''${rfc5987(file.name)}`,
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
  return routes;
}

function fileOf(message: Message, hash: string): { name: string; type: string } | undefined {
  if (message.rawHash === hash) return { name: 'message.eml', type: 'message/rfc822' };
  return message.attachments.find((attachment) => attachment.hash === hash);
}

/** A file name for a header: everything but letters, digits and `-._~` is written in hexadecimal, so no line or quote can end it. */
const rfc5987 = (name: string) => encodeURIComponent(storable(name)).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
