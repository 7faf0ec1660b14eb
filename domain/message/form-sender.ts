import { isSendableAddress } from '../mail/is-sendable-address';
import { foldAddress } from '../model/address';
import type { IncomingForm } from './incoming-form';

const addressLabel = /e-?mail|e-?post|mail(?:adresse|adress)/i;
const nameLabel = /\b(?:name|navn|namn)\b/i;

/** Who filled in a form, as far as its fields tell: an address in a field that asks for one before an address anywhere else. */
export function formSender(fields: IncomingForm['fields']): { name: string; address: string | null } {
  const addresses = fields.filter(({ value }) => isSendableAddress(value.trim()));
  const address = (addresses.find(({ label }) => addressLabel.test(label)) ?? addresses[0])?.value;
  const name = fields.filter(({ label }) => nameLabel.test(label)).map(({ value }) => value.trim());
  return { name: name.filter(Boolean).join(' ').slice(0, 500), address: address === undefined ? null : foldAddress(address) };
}
