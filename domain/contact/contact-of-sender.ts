import type { Tx } from '../core/tx';
import { type Address, foldAddress } from '../model/address';
import { type Id, workspaceSpace } from '../model/ids';
import { findContact } from './find-contact';

/**
 * The id of the contact behind an address, made on the spot where there is none (CHN-6). A known contact is not written: every mail touches
 * one, and the workspace's counter would be fought over (K4).
 */
export async function contactOfSender(tx: Tx, sender: Address, fresh: { id: Id; workspaceId: Id; at: number }): Promise<Id> {
  const known = await findContact(tx, fresh.workspaceId, sender.address);
  if (known) return known.id;
  tx.contacts.put({
    id: fresh.id,
    space: workspaceSpace(fresh.workspaceId),
    name: sender.name.trim() || sender.address,
    emails: [foldAddress(sender.address)],
    phone: null,
    companyId: null,
    ownerId: null,
    createdAt: fresh.at,
  });
  return fresh.id;
}
