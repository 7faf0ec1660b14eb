import { type MovedMail, type MovingMail, moveLimits } from '../../sync/move-protocol';
import type { LocalMail } from './local-mails';
import { localMails } from './local-mails';
import type { MoveRun } from './move-run';

/** Sent in one request: few waits for the line, and little to send again when it is cut. */
const together = { mails: moveLimits.mails, bytes: 8 * 1024 * 1024 };
/** ms between two questions how far the hub has read. */
const look = 1000;

/**
 * Sends every mail the hub does not have, oldest first, and waits until it has read them. Nothing of it need be remembered here: what the hub has,
 * it says when it is asked, after a stop or a closed page too.
 */
export async function moveMails(run: MoveRun): Promise<void> {
  const mails = await localMails(run.host.local);
  await run.note({ step: 'mails', mails: { total: mails.length, sent: 0, read: 0 } });
  const unread = new Set<string>();
  let [sent, read] = [0, 0];
  const hear = (answers: readonly MovedMail[]) => {
    for (const { hash, state } of answers) {
      if (state === 'waiting') unread.add(hash);
      else if (state !== 'unknown') {
        unread.delete(hash);
        read += 1;
      }
    }
  };
  for (let from = 0; from < mails.length; from += moveLimits.asked) {
    const some = mails.slice(from, from + moveLimits.asked);
    const answers = await run.states(some.map(({ hash }) => hash));
    const missing = new Set(answers.filter(({ state }) => state === 'unknown').map(({ hash }) => hash));
    hear(answers);
    sent += some.length - missing.size;
    await run.note({ mails: { total: mails.length, sent, read } });
    for await (const batch of batchesOf(
      run,
      some.filter(({ hash }) => missing.has(hash)),
    )) {
      hear(await run.send(batch));
      sent += batch.length;
      await run.note({ mails: { total: mails.length, sent, read } });
    }
  }
  await run.note({ step: 'reading' });
  while (unread.size > 0) {
    const asked = [...unread].slice(0, moveLimits.asked);
    const answers = await run.states(asked);
    hear(answers);
    // What the hub forgot meanwhile, a restored one perhaps, is for the next run.
    for (const { hash, state } of answers) if (state === 'unknown') unread.delete(hash);
    await run.note({ mails: { total: mails.length, sent, read } });
    if (answers.some(({ state }) => state === 'waiting')) await run.pause(look);
  }
}

/** Mails whose bytes are here, with their sizes, a few at a time; one whose bytes are not is told of when all is compared. */
async function* batchesOf({ host }: MoveRun, mails: readonly LocalMail[]): AsyncGenerator<MovingMail[]> {
  let batch: MovingMail[] = [];
  let bytes = 0;
  for (let from = 0; from < mails.length; from += together.mails) {
    const some = mails.slice(from, from + together.mails);
    const files = await host.local.files.bulkGet(some.map(({ hash }) => hash));
    for (const [at, mail] of some.entries()) {
      const size = files[at]?.size ?? 0;
      if (size === 0 || size > moveLimits.bytes) continue;
      if (batch.length > 0 && (batch.length >= together.mails || bytes + size > together.bytes)) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      batch.push({ ...mail, size });
      bytes += size;
    }
  }
  if (batch.length > 0) yield batch;
}
