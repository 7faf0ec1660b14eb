import { Ellipsis, FileDown } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';

/** More of one message: the mail as it came, where it is kept. */
export function MessageMenu({ onOriginal }: { onOriginal(): void }) {
  const { t } = useText();
  return (
    <MenuButton
      label={t('moreOfMessage')}
      nameButton
      className="ib sm"
      align="end"
      entries={[{ kind: 'item', id: 'original', label: t('originalMail'), icon: FileDown, onSelect: onOriginal }]}
    >
      <Icon of={Ellipsis} size={14} />
    </MenuButton>
  );
}
