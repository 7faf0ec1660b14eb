import { CircleAlert } from 'lucide-react';
import type { NotTakenFor } from '../../domain/message/not-taken-for';
import { useText } from '../../utils/i18n/use-text';
import { AddressText } from '../context/address-text';
import { Icon } from '../ui/icon';

/** Under a mail that left: who of its recipients does not have it, for the mail server would not take it for them. */
export function NotTaken({ refused }: { refused: readonly NotTakenFor[] }) {
  const { t } = useText();
  return (
    <div className="notice wait mt-2">
      <Icon of={CircleAlert} />
      <div className="min-w-0">
        <b>{t('deliveryNotTaken')}</b>
        <ul>
          {refused.map(({ address, words }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: some have no address, and the list stays as it is
            <li key={at} className="wrap-anywhere">
              {address !== '' && <AddressText>{address}</AddressText>}
              {words !== '' && <span className="block text-ink-2">{t('deliveryServerSaid', { words })}</span>}
            </li>
          ))}
        </ul>
        {refused.some(({ address }) => address !== '') && <p>{t('deliveryNotTakenWayOn')}</p>}
      </div>
    </div>
  );
}
