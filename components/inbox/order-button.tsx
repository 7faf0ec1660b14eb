import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { IconButton } from '../ui/icon-button';
import type { Inbox } from './use-inbox';

/** Newest first, or turned (LIST-1). */
export function OrderButton({ inbox }: { inbox: Inbox }) {
  const { t } = useText();
  const newest = inbox.place.order === 'newest';
  return (
    <IconButton
      icon={newest ? ArrowDownWideNarrow : ArrowUpNarrowWide}
      label={newest ? t('newestFirst') : t('oldestFirst')}
      onClick={() => inbox.goTo({ order: newest ? 'oldest' : 'newest' })}
    />
  );
}
