import { Dexie, type Table } from 'dexie';
import type { Id } from '../../domain/model/ids';

/** One account this device is connected to: accounts are (hub origin, user), each with its own database (K16). */
export interface Connection {
  id: string;
  kind: 'hub';
  origin: string;
  hubName: string;
  agentId: Id;
  agentName: string;
  email: string;
  /** ms */
  createdAt: number;
  lastOpenedAt: number;
  /** The session ended or was ended; rows and outbox may still be here. */
  signedOut: boolean;
}

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

  constructor(name = 'samtale') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ connections: 'id', settings: 'key', vault: 'key' });
  }
}

/** Name of the database that holds everything of a connection. */
export const databaseNameOf = (connectionId: string) => `samtale-${connectionId}`;
