import { BufferedTx } from '../../domain/core/buffered-tx';
import type { Refusal } from '../../domain/core/refusal';
import { RememberingReader } from '../../domain/core/remembering-reader';
import { runMutation } from '../../domain/core/run-mutation';
import type { Write } from '../../domain/core/tx';
import type { Id } from '../../domain/model/ids';
import { findMutation } from '../../domain/mutations';
import type { LocalAct } from './act-locally';
import { commitLocally } from './commit-locally';
import { DexieReader } from './dexie-reader';
import { type Me, metaRow } from './me';
import type { StoreTables } from './store-tables';

/**
 * Acts of the host itself in a workspace that has no hub, many in one commit: each sees what those before it did, what they all ask is asked
 * once, and what they change is written once. Inside one transaction; acts that make mails to send do not belong here.
 */
export class ActsTogether {
  private readonly batch: BufferedTx;

  /** `fresh`: ids the acts bring for what they will make. */
  constructor(
    private readonly tables: StoreTables,
    fresh: ReadonlySet<Id>,
  ) {
    this.batch = new BufferedTx(new RememberingReader(new DexieReader(tables), fresh));
  }

  async run({
    uuid,
    name,
    args,
    claimedAt,
    by,
  }: LocalAct): Promise<{ refused: Refusal; writes?: undefined } | { refused?: undefined; writes: Write[] }> {
    const mutation = findMutation(name);
    if (!mutation) throw new Error(`${name} is not registered`);
    const outcome = await runMutation(this.batch.inside, mutation, args, { at: claimedAt, claimedAt: null, uuid, by });
    if (!outcome.refused) this.batch.take(outcome.writes);
    return outcome;
  }

  async commit({ agentId }: Me): Promise<void> {
    const local = await metaRow(this.tables, 'local');
    if (!local) throw new Error('this database belongs to a hub');
    const version = local.version + 1;
    await commitLocally(this.tables, agentId, await this.batch.writes(), version);
    await this.tables.meta.put({ ...local, version });
  }
}
