import type { Hono } from 'hono';
import type { Id } from '../../domain/model/ids';
import type { Database } from '../db/database';
import type { HubFiles } from '../files/hub-files';
import type { LocalMailbox } from '../mailbox/local-mailbox';
import type { HubMetrics } from '../metrics/hub-metrics';
import type { Sightings } from '../notices/sightings';
import type { SyncHost } from '../sync/sync-host';
import type { HostedAddresses } from './hosted-address-routes';
import type { MailboxSetup } from './mailbox-setup-routes';
import type { Moves } from './move-routes';
import type { Pokes } from './pokes';
import type { Presence } from './presence';

/** Who sends a request, or nobody. */
export type Verify = (authorization: string | null | undefined) => Promise<{ agentId: Id; workspaceId: Id } | undefined>;

/** All the HTTP side needs; tests put in their own. */
export interface HttpHost extends SyncHost {
  db: Database;
  files: HubFiles;
  pokes: Pokes;
  presence: Presence;
  metrics: HubMetrics;
  /** Who has it may read the metrics; without one nobody. */
  metricsToken: string | undefined;
  sightings: Sightings;
  /** Whether there is a way out for mail. */
  sendsMail(): boolean;
  verify: Verify;
  /** Who signed in at the browser a page is shown in; bears no right. */
  visitor(request: Request): Promise<Id | undefined>;
  /** `/auth/*`, `/login`, `/join/*`. */
  authRoutes: Hono;
  /** Where people reach the hub: an origin without a path. */
  baseUrl: string;
  /** What the hub is called before one signs in. */
  name(): Promise<string>;
  /** Exact redirect URIs of the extension; CORS and the WebSocket go by the origins they imply. */
  redirectUris: readonly string[];
  /** Only where no mail server is set: then outgoing mail stays here. */
  mailbox: LocalMailbox | undefined;
  mailboxSetup: MailboxSetup;
  hosted: HostedAddresses;
  moves: Moves;
  /** Fetches remote images for agents (X5). */
  fetchImage(url: string): Promise<string | undefined>;
  fault(fault: unknown): void;
}
