import { clearAway, restoringKey, restoringLock } from '../../archive/clear-unfinished';
import { databaseNameOf } from '../../connection/database-name';
import type { DeviceDatabase, LocalConnection } from '../../connection/device-database';
import { sampleActs } from '../../sample/sample-acts';
import { together, writesOfActs } from '../../sample/writes-of-acts';
import { commitLocally } from '../../store/commit-locally';
import { openDatabase, type SamtaleDatabase } from '../../store/database';
import { DexieReader } from '../../store/dexie-reader';
import { putFile } from '../../store/put-file';
import { transact } from '../../store/store-tables';

interface SampleHost {
  device: Pick<DeviceDatabase, 'connections' | 'settings'>;
  locks: Pick<LockManager, 'request'>;
  now: number;
}

/** By mail; with its chats, forms and calls that is a morning's worth in every view. */
const mails = 40;

/**
 * A workspace to look around in: a smaller Havnegaard in a database of its own. It is listed last, as any that is written whole; a page closed
 * meanwhile leaves nothing for long.
 */
export async function setUpSample({ device, locks, now }: SampleHost): Promise<LocalConnection> {
  const id = crypto.randomUUID();
  return locks.request(restoringLock(id), async () => {
    await device.settings.put({ key: restoringKey(id), value: now });
    const db = openDatabase(databaseNameOf(id));
    try {
      const { id: agentId, name, email } = await fill(db, now);
      const connection: LocalConnection = {
        id,
        kind: 'local',
        sample: true,
        agentId,
        agentName: name,
        email,
        createdAt: now,
        lastOpenedAt: now,
      };
      await device.connections.put(connection);
      await device.settings.delete(restoringKey(id));
      return connection;
    } catch (fault) {
      db.close();
      await clearAway(device, id);
      throw fault;
    } finally {
      db.close();
    }
  });
}

/** Answers whom one is in it. */
async function fill(db: SamtaleDatabase, now: number) {
  const keepFile = async (bytes: Uint8Array) => (await putFile(db, new Blob([bytes as Uint8Array<ArrayBuffer>]))).hash;
  const { cast, acts } = await sampleActs({ now, mails, keepFile });
  const self = cast.agents.mette;
  await db.meta.put({ key: 'me', agentId: self.id, workspaceId: cast.workspaceId });
  for (let from = 0; from < acts.length; from += together)
    await transact(db, async (tables) => {
      const version = from / together + 1;
      await commitLocally(tables, self.id, await writesOfActs(new DexieReader(tables), acts.slice(from, from + together)), version);
      await tables.meta.put({ key: 'local', version, newest: [], sample: true });
    });
  return self;
}
