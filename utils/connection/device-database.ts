import { Dexie, type Table } from 'dexie';
import type { Id } from '../../domain/model/ids';
import { deviceDatabaseName } from './database-name';

interface Account {
  id: string;
  agentId: Id;
  agentName: string;
  email: string;
  /** ms */
  createdAt: number;
  lastOpenedAt: number;
}

/** An account on a hub: (hub origin, user). */
export interface HubConnection extends Account {
  kind: 'hub';
  origin: string;
  hubName: string;
  /** The session ended or was ended; rows and outbox may still be here. */
  signedOut: boolean;
  /** … because a super administrator deactivated the agent; until they sign in again. */
  deactivated?: true;
}

/** A workspace of this computer alone; `email` is the first address of one's own that was named, or ''. */
export interface LocalConnection extends Account {
  kind: 'local';
  /** Made up, to look around in. */
  sample?: true;
}

/** What this device shows conversations of, each with its own database (K16). */
export type Connection = HubConnection | LocalConnection;

/** A choice that belongs to this device and no account: theme, language, density. */
export interface DeviceSetting {
  key: string;
  value: unknown;
}

/** A wrapped secret or the non-extractable key that wraps it (K15). Read by the background worker alone. */
export interface VaultEntry {
  key: string;
  value: unknown;
}

/** The small database every context may open before it knows which account it shows. */
export class DeviceDatabase extends Dexie {
  declare readonly connections: Table<Connection, string>;
  declare readonly settings: Table<DeviceSetting, string>;
  declare readonly vault: Table<VaultEntry, string>;

  constructor(name = deviceDatabaseName) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ connections: 'id', settings: 'key', vault: 'key' });
  }
}
