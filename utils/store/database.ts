import { Dexie } from 'dexie';
import { migrations } from './migrations/migrations';
import type { StoreTables } from './store-tables';

export interface OpenOptions {
  /** Another context wants to change the schema: this connection has closed, the page must load the new version (F11). */
  onOutdated?: () => void;
  /** ms until an open that answers nothing is given up (F10). */
  timeoutMs?: number;
  /** Asked while one that is not there is made: with no, it is not, and the open fails. */
  mayMake?: () => Promise<boolean>;
}

/** Everything one connection knows: rows, pending acts, progress. Pages and worker open it alike. */
export class SamtaleDatabase extends Dexie implements StoreTables {
  declare readonly workspaces: StoreTables['workspaces'];
  declare readonly agents: StoreTables['agents'];
  declare readonly contacts: StoreTables['contacts'];
  declare readonly companies: StoreTables['companies'];
  declare readonly deals: StoreTables['deals'];
  declare readonly senderRules: StoreTables['senderRules'];
  declare readonly inboxes: StoreTables['inboxes'];
  declare readonly channels: StoreTables['channels'];
  declare readonly stoppedChannels: StoreTables['stoppedChannels'];
  declare readonly members: StoreTables['members'];
  declare readonly teams: StoreTables['teams'];
  declare readonly tickets: StoreTables['tickets'];
  declare readonly drafts: StoreTables['drafts'];
  declare readonly readMarks: StoreTables['readMarks'];
  declare readonly undoEntries: StoreTables['undoEntries'];
  declare readonly notificationSettings: StoreTables['notificationSettings'];
  declare readonly contextSettings: StoreTables['contextSettings'];
  declare readonly viewSettings: StoreTables['viewSettings'];
  declare readonly mailIds: StoreTables['mailIds'];
  declare readonly purgedMails: StoreTables['purgedMails'];
  declare readonly bodies: StoreTables['bodies'];
  declare readonly hiddenMessages: StoreTables['hiddenMessages'];
  declare readonly outboundMails: StoreTables['outboundMails'];
  declare readonly invitations: StoreTables['invitations'];
  declare readonly conversations: StoreTables['conversations'];
  declare readonly threads: StoreTables['threads'];
  declare readonly pendingMessages: StoreTables['pendingMessages'];
  declare readonly base: StoreTables['base'];
  declare readonly outbox: StoreTables['outbox'];
  declare readonly notApplied: StoreTables['notApplied'];
  declare readonly confirmed: StoreTables['confirmed'];
  declare readonly counters: StoreTables['counters'];
  declare readonly spaces: StoreTables['spaces'];
  declare readonly missingThreads: StoreTables['missingThreads'];
  declare readonly files: StoreTables['files'];
  declare readonly imports: StoreTables['imports'];
  declare readonly imported: StoreTables['imported'];
  declare readonly kept: StoreTables['kept'];
  declare readonly meta: StoreTables['meta'];
  /** Set once this code is older than what is on disk; nothing opens it again then. */
  outdated = false;

  constructor(name: string) {
    // An act is safe the moment it shows: its outbox entry is on the disk before the promise settles.
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
  }
}

/**
 * Opens a connection's database; it may be used at once, every call waits for it. An open that hangs is given up, so that what
 * waits fails instead of leaving a page blank for ever; the next `withReopen` tries again.
 */
export function openDatabase(name: string, { onOutdated, timeoutMs = 10_000, mayMake }: OpenOptions = {}): SamtaleDatabase {
  const db = new SamtaleDatabase(name);
  db.on('versionchange', () => {
    db.outdated = true;
    db.close();
    onOutdated?.();
    // Dexie's own answer would open it again at the next call, old code over the new schema.
    return false;
  });
  // The database is not there before this has ended, and who deletes it waits for that: nothing comes between the answer and what is made of it.
  if (mayMake) db.on('populate', (making) => Dexie.waitFor(Dexie.ignoreTransaction(mayMake)).then((may) => may || making.abort()));
  const giveUp = setTimeout(() => db.close(), timeoutMs);
  const stop = () => clearTimeout(giveUp);
  // A failed open is not lost: every call made on this database fails with it.
  db.open().then(stop, stop);
  return db;
}
