import type { Message } from '../../domain/model/message';
import { type Confirmation, confirmationOf } from '../../utils/mail/confirmation-of';

/** What a provider asks in a message of a thread; `undefined` for every other one. */
export function confirmationIn({ kind, direction, author, subject, text }: Message): Confirmation | undefined {
  if (kind !== 'email' || direction !== 'in' || author.kind !== 'contact' || author.address === null) return undefined;
  return confirmationOf({ from: author.address, subject, text });
}
