import { BufferedTx } from '../../../domain/core/buffered-tx';
import { RememberingReader } from '../../../domain/core/remembering-reader';
import type { IncomingMail } from './incoming-schema';
import { decide, type ReadIncoming, type Received, type ReceiveHost, readIncoming } from './receive-incoming-mail';

/** ms of reading after which what is read is taken in, and the rest waits: the lease is longer. */
const patience = 20_000;

export interface Together {
  received: { incoming: IncomingMail; received: Received }[];
  /** Not tried: those behind a mail that has to be tried again, and what there was no time for. */
  left: IncomingMail[];
}

/**
 * Mails of history, in order, by the same rule as one alone, in one transaction: each sees what those before it became. Throws when one of them
 * breaks it, and then nothing of it happened.
 */
export async function receiveTogether(mails: readonly IncomingMail[], host: ReceiveHost): Promise<Together> {
  const read = await readUntilProblem(mails, host);
  const taken = mails.slice(0, read.length);
  const bytes = new Map(read.flatMap((one) => ('mail' in one ? one.files.map((file) => [file.hash, file] as const) : [])));
  await host.files.putAll([...bytes.values()]);
  const received = await host.store.transaction('all', async (transaction) => {
    const batch = new BufferedTx(new RememberingReader(transaction.reader));
    const became: Received[] = [];
    for (const [at, incoming] of taken.entries()) {
      const one = read[at];
      if (!one || !('mail' in one)) {
        became.push({ became: null });
        continue;
      }
      const { writes, received } = await decide(one, incoming, batch.inside, host.now());
      batch.take(writes);
      became.push(received);
    }
    await transaction.commit(await batch.writes());
    return became;
  });
  return {
    received: taken.map((incoming, at) => ({ incoming, received: received[at] ?? { became: null } })),
    left: mails.slice(read.length),
  };
}

async function readUntilProblem(mails: readonly IncomingMail[], host: ReceiveHost): Promise<Exclude<ReadIncoming, { problem: string }>[]> {
  const read: Exclude<ReadIncoming, { problem: string }>[] = [];
  const end = host.now() + patience;
  for (const incoming of mails) {
    const one = await readIncoming(incoming, host);
    if ('problem' in one) break;
    read.push(one);
    if (host.now() > end) break;
  }
  return read;
}
