import type { Address } from '../../domain/model/address';
import type { Text } from '../../utils/i18n/text';

/** "to hej@havnegaard.example, cc lone@ostergaard.example". */
export function addressees({ to, cc, bcc }: { to: Address[]; cc: Address[]; bcc: Address[] }, { t }: Text): string {
  const list = (addresses: Address[]) => addresses.map(({ name, address }) => name || address).join(', ');
  return [
    to.length ? t('addressedTo', { who: list(to) }) : '',
    cc.length ? t('addressedCc', { who: list(cc) }) : '',
    bcc.length ? t('addressedBcc', { who: list(bcc) }) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
