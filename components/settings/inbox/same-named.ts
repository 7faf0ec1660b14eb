import type { Inbox } from '../../../domain/model/inbox';

/** Whether another inbox is called this already, as one reads it: capitals and blanks around it make no other name. */
export function sameNamed(inboxes: readonly Pick<Inbox, 'id' | 'name'>[], name: string, own?: Inbox['id']): boolean {
  const read = (words: string) => words.trim().replace(/\s+/g, ' ').toLowerCase();
  return inboxes.some((inbox) => inbox.id !== own && read(inbox.name) === read(name));
}
