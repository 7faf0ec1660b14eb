import { keyedHash } from '../core/keyed-hash';
import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';

const guardOf = (key: Id, inboxId: Id, rfcMessageId: string) => keyedHash(key, `${inboxId} ${rfcMessageId}`);

/** Remembers of mails that go for good only that they must not come again (K13). `key`: what the inbox hashes with if it has no key yet. */
export async function guardAgainst(tx: Tx, inboxId: Id, { rfcMessageIds, key }: { rfcMessageIds: readonly string[]; key: Id }): Promise<void> {
  const own = (await tx.purgedMails.find(inboxId)) ?? { id: inboxId, inboxId, key };
  tx.purgedMails.put(own);
  for (const rfcMessageId of rfcMessageIds) tx.purgedMails.put({ id: guardOf(own.key ?? key, inboxId, rfcMessageId), inboxId });
}

/** Whether a mail of this Message-ID was deleted for good in this inbox. */
export async function wasPurged(tx: Tx, inboxId: Id, rfcMessageId: string): Promise<boolean> {
  const key = (await tx.purgedMails.find(inboxId))?.key;
  return key !== undefined && (await tx.purgedMails.find(guardOf(key, inboxId, rfcMessageId))) !== undefined;
}
