import { Hono } from 'hono';
import { acceptedSchemaVersions } from '../../domain/mutations';
import { type HubInfo, protocolVersion } from '../../sync/protocol';
import type { HttpHost } from './http-host';

/** `GET /hub`, open to anyone: is this a hub, and can we talk? */
export const hubInfoRoute = (host: Pick<HttpHost, 'name' | 'now'>) =>
  new Hono().get('/hub', async (c) => {
    const info: HubInfo = {
      samtale: 'hub',
      name: await host.name(),
      protocolVersions: [protocolVersion],
      schemaVersions: [...acceptedSchemaVersions],
      now: host.now(),
    };
    return c.json(info);
  });
