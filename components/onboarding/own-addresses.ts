import { isSendableAddress } from '../../domain/mail/is-sendable-address';
import { foldAddress } from '../../domain/model/address';

/** Addresses as a person types them in one line, each once; `wrong` is the first that is none. */
export function ownAddresses(typed: string): { addresses: string[]; wrong?: string } {
  const words = typed
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^<|>$/g, ''))
    .filter((word) => word !== '');
  const wrong = words.find((word) => !isSendableAddress(word));
  return { addresses: [...new Set(words.map(foldAddress))], ...(wrong === undefined ? {} : { wrong }) };
}
