import { type Address, foldAddress } from '../../domain/model/address';
import type { Contact } from '../../domain/model/contact';
import type { Conversation } from '../../domain/model/conversation';
import type { ThreadMessage } from '../../utils/store/read-messages';

export interface Recipients {
  to: Address[];
  cc: Address[];
}

/**
 * To whom a reply goes unless a person changes it: the sender of the newest mail in, and all it was also addressed to, never ourselves. In a chat or a
 * call whose own address nobody knows it is the contact a person put on it.
 */
export function replyRecipients(
  conversation: Conversation,
  messages: readonly ThreadMessage[],
  ours: readonly string[],
  attached?: Contact | null,
): Recipients {
  const own = new Set(ours.map(foldAddress));
  const seen = new Set<string>();
  const fresh = (addresses: readonly Address[]) =>
    addresses.filter(({ address }) => {
      const folded = foldAddress(address);
      if (folded === '' || own.has(folded) || seen.has(folded)) return false;
      seen.add(folded);
      return true;
    });
  const newest = messages.findLast((message) => message.kind === 'email' && message.direction === 'in' && !message.automatic);
  const author = newest?.author.kind === 'contact' && newest.author.address ? [{ name: newest.author.name, address: newest.author.address }] : [];
  const address = conversation.contactAddress ?? attached?.emails[0];
  const contact = address ? [{ name: conversation.contactName, address }] : [];
  const first = fresh(author);
  const to = first.length > 0 ? first : fresh(contact);
  return { to, cc: newest ? fresh([...newest.to, ...newest.cc]) : [] };
}
