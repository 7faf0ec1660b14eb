import type { Tx } from '../core/tx';
import type { Contact } from '../model/contact';
import { type Id, workspaceSpace } from '../model/ids';

/** The workspace's contact with this address, the oldest should there be two. */
export async function findContact(tx: Tx, workspaceId: Id, address: string): Promise<Contact | undefined> {
  const contacts = await tx.query('contactsByEmail', { space: workspaceSpace(workspaceId), address });
  return contacts.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))[0];
}
